/**
 * When a mistake is shown: reward early, punish late. One that is shown goes as soon as it is mended. A new one waits until
 * the person has left a control that they have edited, or has submitted the form.
 */
export function createTiming() {
  const edited = new Set();
  const touched = new Set();
  let isSubmitted = false;
  return {
    get isSubmitted() {
      return isSubmitted;
    },
    edit: (control) => edited.add(keyOf(control)),
    leave(control) {
      if (edited.has(keyOf(control))) touched.add(keyOf(control));
    },
    submit() {
      isSubmitted = true;
    },
    reset() {
      edited.clear();
      touched.clear();
      isSubmitted = false;
    },
    /** Whether a mistake that is not shown yet may be, once the person is done with a control. */
    mayShow: (control, timing) => isSubmitted || (timing === "late" && touched.has(keyOf(control))),
  };
}

/** One that is chosen among others stands for all. */
const keyOf = (control) => (["radio", "checkbox"].includes(control.type) && control.name ? control.name : control);

/**
 * What is shown at a control: what was, while it is found; otherwise the first that is found, if it may appear.
 *
 * @template {{ rule: string }} V
 * @param {V[]} found
 * @param {V | undefined} shown
 * @param {(violation: V) => boolean} mayAppear
 * @returns {V | undefined}
 */
export const choose = (found, shown, mayAppear) =>
  found.find(({ rule }) => rule === shown?.rule) ?? found.find(mayAppear);
