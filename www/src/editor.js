/**
 * The JSON editor: CodeMirror, with the violations underlined. It is in a shadow root, where CodeMirror's styles are a
 * constructed style sheet: as an element they would need an exception in the content security policy.
 */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutterLineClass, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";

import { phrasesOf } from "./editor-phrases.js";
import { HIGHLIGHT, THEME } from "./editor-theme.js";
import { marksOf } from "./places.js";
import { MAX_EDITABLE } from "./store.js";

/** The most violations that are marked. More would make the page slow. */
const MAX_MARKS = 200;

/** The colours of a text, and what its brackets enclose. A long text has none: to parse it would take a second. */
const SYNTAX = [json(), syntaxHighlighting(HIGHLIGHT)];

const isLong = (/** @type {{ length: number }} */ text) => text.length > MAX_EDITABLE;

const TOUCH = matchMedia("(pointer: coarse)");

/** @typedef {import("fintoc-preflight").Violation} Violation */

/** Sets the classes of the lines with violations. */
const setLines = StateEffect.define();

const lines = StateField.define({
  create: () => RangeSet.empty,
  update: (value, { effects, changes }) => effects.find((effect) => effect.is(setLines))?.value ?? value.map(changes),
  provide: (field) => gutterLineClass.from(field),
});

class LineClass extends GutterMarker {
  constructor(level) {
    super();
    this.elementClass = `line-${level}`;
  }
}

const LINE_CLASSES = { error: new LineClass("error"), warning: new LineClass("warning") };

/** Marks ranges as changed, until the next change. */
const setChanged = StateEffect.define();

const changed = StateField.define({
  create: () => Decoration.none,
  update(value, { effects, docChanged }) {
    const effect = effects.find((effect) => effect.is(setChanged));
    return effect ? effect.value : docChanged ? Decoration.none : value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const CHANGED = Decoration.mark({ class: "cm-changed" });

/**
 * Creates the editor.
 *
 * @param {HTMLElement} host
 * @param {object} listeners
 * @param {(text: string) => void} listeners.onEdit after the person has changed the text
 * @param {(violation: Violation) => void} listeners.onStep after the cursor went to a violation by key
 * @param {(violation: Violation) => void} listeners.onApply when the person chooses a suggestion
 * @param {(text: string, isWhole: boolean) => string | true | undefined} listeners.onPaste returns the text to insert;
 *   true if the paste is done
 */
export function createEditor(host, { onEdit, onStep, onApply, onPaste }) {
  const language = new Compartment();
  const syntax = new Compartment();
  /** The violations with places, in the order of the text. */
  let marked = [];
  /** The one that the cursor went to by key. */
  let current;
  let isShowing = false;

  const view = new EditorView({
    root: host.attachShadow({ mode: "open" }),
    parent: /** @type {any} */ (host.shadowRoot),
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        indentUnit.of("  "),
        EditorState.tabSize.of(2),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        syntax.of(SYNTAX),
        EditorState.transactionExtender.of(({ startState, newDoc }) =>
          isLong(newDoc) === isLong(startState.doc) ? null : { effects: syntax.reconfigure(isLong(newDoc) ? [] : SYNTAX) },
        ),
        EditorView.lineWrapping,
        lines,
        changed,
        THEME,
        language.of([]),
        // Tab leaves the editor: who cannot use a mouse would be caught in it otherwise.
        keymap.of([
          { key: "Mod-.", run: () => quickFix() },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
        ]),
        EditorView.domEventHandlers({ paste, beforeinput }),
        EditorView.updateListener.of(({ docChanged }) => docChanged && !isShowing && onEdit(view.state.doc.toString())),
      ],
    }),
  });

  function paste(event) {
    const { main } = view.state.selection;
    const isWhole = main.to - main.from === view.state.doc.length || view.state.doc.toString().trim() === "";
    const pasted = onPaste(event.clipboardData?.getData("text/plain") ?? "", isWhole);
    if (pasted === undefined) return false;
    event.preventDefault();
    if (pasted !== true) view.dispatch(view.state.replaceSelection(pasted), { userEvent: "input.paste", scrollIntoView: true });
    return true;
  }

  /**
   * Inserts what is typed. A browser that inserts it itself may copy the style of the text around it into an attribute,
   * which the content security policy forbids, and reports. Touch keyboards are left to CodeMirror.
   */
  function beforeinput(event) {
    const { inputType, data, isComposing } = event;
    if (inputType !== "insertText" || !data || isComposing || view.composing || TOUCH.matches) return false;
    event.preventDefault();
    const { from, to } = view.state.selection.main;
    const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
    const isHandled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert));
    if (!isHandled) view.dispatch(insert());
    return true;
  }

  function quickFix() {
    const { head } = view.state.selection.main;
    const found = marked.find(({ violation, mark }) => violation.suggestion !== undefined && mark.from <= head && head <= mark.to);
    if (found) onApply(found.violation);
    return found !== undefined;
  }

  function select({ from, to }) {
    view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  }

  return {
    focus: () => view.focus(),

    /**
     * Shows a text with the violations of its report. A text from elsewhere is one step to undo.
     *
     * @param {string} text
     * @param {Violation[]} violations
     * @param {(violation: Violation) => string | undefined} labelOf the label of the button that applies a suggestion
     */
    show(text, violations, labelOf) {
      isShowing = true;
      const before = view.state.doc.toString();
      if (text !== before) view.dispatch({ changes: difference(before, text), annotations: isolateHistory.of("full") });
      isShowing = false;
      const few = isLong(text) ? [] : violations.slice(0, MAX_MARKS);
      const marks = marksOf(text, few);
      marked = few.map((violation, index) => ({ violation, mark: marks[index] }));
      marked.sort((one, other) => one.mark.from - other.mark.from);
      const diagnostics = marked.map(({ violation, mark }) => diagnostic(violation, mark, labelOf(violation)));
      const classes = marked.map(({ violation, mark }) => LINE_CLASSES[violation.level].range(view.state.doc.lineAt(mark.from).from));
      view.dispatch(setDiagnostics(view.state, diagnostics), { effects: setLines.of(RangeSet.of(firstOfEach(classes))) });
    },

    /** Applies edits as one step to undo, and shows what they changed. */
    apply(/** @type {import("./edits.js").Edit[]} */ edits) {
      const changes = view.state.changes(edits);
      /** @type {import("@codemirror/state").Range<Decoration>[]} */
      const ranges = [];
      changes.iterChangedRanges((_, __, from, to) => from < to && ranges.push(CHANGED.range(from, to)));
      const effects = [setChanged.of(Decoration.set(ranges)), EditorView.scrollIntoView(ranges[0]?.from ?? 0, { y: "center" })];
      view.dispatch({ changes, effects, annotations: isolateHistory.of("full"), userEvent: "input.apply" });
    },

    undo: () => undo(view),

    /** Selects the place of a violation, and puts the cursor there. */
    reveal(/** @type {Violation} */ violation) {
      const found = marked.find((each) => each.violation === violation);
      if (found) select(found.mark);
      view.focus();
    },

    /** Goes to the next violation after the cursor, or the previous one; from the last to the first. */
    step(/** @type {1 | -1} */ direction) {
      if (marked.length === 0) return;
      const { from, to } = view.state.selection.main;
      // Several violations may be at one place.
      const at = marked.findIndex((each) => each === current && each.mark.from === from && each.mark.to === to);
      const next = marked.findIndex(({ mark }) => mark.from > from || (mark.from === from && !view.hasFocus));
      const previous = marked.findLastIndex(({ mark }) => mark.from < from);
      const index = at >= 0 ? at + direction : direction > 0 ? (next < 0 ? 0 : next) : previous;
      current = marked.at(index % marked.length);
      select(current.mark);
      view.focus();
      view.dispatch({ effects: EditorView.announce.of(current.violation.message) });
      onStep(current.violation);
    },

    /** Sets the language of the editor's own texts, and its name for those who do not see it. */
    translate(/** @type {string} */ locale, /** @type {string} */ label) {
      const attributes = EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" });
      view.dispatch({ effects: language.reconfigure([attributes, EditorState.phrases.of(phrasesOf(locale))]) });
    },
  };

  function diagnostic(violation, { from, to }, label) {
    const { level, message, rule } = violation;
    const actions = label === undefined ? [] : [{ name: label, apply: () => onApply(violation) }];
    return { from, to, severity: level, message, source: rule, actions };
  }
}

/** Returns the ranges without those at the same offset as the one before, of which errors come first. */
function firstOfEach(ranges) {
  const sorted = ranges.toSorted((one, other) => one.from - other.from || (one.value === LINE_CLASSES.error ? -1 : 1));
  return sorted.filter(({ from }, index) => from !== sorted[index - 1]?.from);
}

/** Returns the one change between two texts, so that the cursor and the marks outside of it stay where they are. */
function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
