/**
 * Tracks when violations may be shown. A shown violation disappears as soon as it is fixed. A new one waits until the
 * person leaves a control that they have edited, or submits the form.
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
    isEdited: (control) => edited.has(keyOf(control)),
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
    /** True if a new violation may be shown at a control. */
    mayShow: (control, timing) => isSubmitted || (timing === "late" && touched.has(keyOf(control))),
  };
}

/** Returns the name for radio buttons and boxes, so that a group shares one state; else the control itself. */
const keyOf = (control) => (["radio", "checkbox"].includes(control.type) && control.name ? control.name : control);

/**
 * Returns the violation to show at a control: the shown one while its rule is still violated, else the first that may
 * appear; `undefined` if there is none.
 *
 * @template {{ rule: string }} V
 * @param {V[]} found
 * @param {V | undefined} shown
 * @param {(violation: V) => boolean} mayAppear
 * @returns {V | undefined}
 */
export const choose = (found, shown, mayAppear) =>
  found.find(({ rule }) => rule === shown?.rule) ?? found.find(mayAppear);
