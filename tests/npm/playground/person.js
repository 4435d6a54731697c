/** What a person does at the page: with the mouse and the keyboard, as the browser reports them to it. */

/** Waits until the page has done what an act put off: a task, a frame, and another task. */
export const settle = (page) =>
  page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)))));

/** Returns the middle of an element, also of one in a shadow root, after scrolling to it. */
export async function middleOf(page, target) {
  const element = typeof target === "string" ? await page.waitForSelector(target) : target;
  await element.evaluate((element) => element.scrollIntoView({ block: "nearest" }));
  const { x, y, width, height } = await element.boundingBox();
  return [x + width / 2, y + height / 2];
}

/** Clicks with the mouse. A radio button that is drawn by its label is clicked there. */
export async function press(page, target, options) {
  await page.mouse.click(...(await middleOf(page, target)), options);
  await settle(page);
}

/** Chooses an option of a `select` with the arrow keys. Letters would depend on how fast they follow each other. */
export async function choose(page, selector, value) {
  await page.focus(selector);
  const steps = await page.$eval(
    selector,
    (select, value) => {
      const options = [...select.options].filter(({ disabled }) => !disabled);
      return options.findIndex((option) => option.value === value) - options.indexOf(select.selectedOptions[0]);
    },
    value,
  );
  for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
  await settle(page);
}

/** Presses keys together, such as `Control+Shift+KeyF`. */
export async function keys(page, combination, options) {
  const names = combination.split("+");
  const last = names.pop();
  for (const name of names) await page.keyboard.down(name);
  await page.keyboard.press(last, options);
  for (const name of names.toReversed()) await page.keyboard.up(name);
  await settle(page);
}

/** Replaces what is in a text field, and leaves it. */
export async function retype(page, selector, value) {
  await press(page, selector, { count: 3 });
  await page.keyboard.type(value);
  await page.keyboard.press("Tab");
  await settle(page);
}

/** Writes a whole request into the editor. */
export async function write(page, text) {
  await press(page, "#editor >>> .cm-content");
  await keys(page, "Control+KeyA");
  await keys(page, "Backspace");
  // WebDriver, with which Firefox is run, sends no text as one event of the keyboard; a command of the page does.
  if (process.env.BROWSER === "firefox") await page.evaluate((text) => document.execCommand("insertText", false, text), text);
  else await page.keyboard.sendCharacter(text);
  await settle(page);
}

/** Copies a text elsewhere, and pastes it with the keyboard where the focus is. */
export async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await keys(page, "Control+KeyV", { commands: ["Paste"] });
}
