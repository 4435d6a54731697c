/** The matcher and the fixtures, as a test of an integrator uses them. `expect` is that of the runner. */

const MESSAGE = `expected a valid checkout session

error[enum]: currency must be CLP or MXN; did you mean CLP?
 --> request:4:15
  |
4 |   "currency": "clp",
  |               ^^^^^
  |
  = help: write \`"CLP"\` instead

request: 1 error`;

module.exports = ({ expect, fixture, test }) => {
  const messageOf = (call) => {
    try {
      call();
    } catch (error) {
      return error.message;
    }
    throw new Error("the matcher has passed");
  };

  test("a valid request passes, and a wrong one fails with the report", () => {
    for (const name of ["payment", "embedded", "items", "subscription", "setup"]) {
      expect(fixture(name)).toBeValidCheckoutSession({ strict: true });
    }
    expect(fixture("v1")).toBeValidCheckoutSession({ version: "v1", strict: true });
    expect(JSON.stringify(fixture())).toBeValidCheckoutSession();
    const wrong = fixture("payment", { currency: "clp" });
    expect(wrong).not.toBeValidCheckoutSession();
    expect(messageOf(() => expect(wrong).toBeValidCheckoutSession())).toBe(MESSAGE);
    expect(messageOf(() => expect(fixture()).not.toBeValidCheckoutSession())).toMatch(/but it is valid$/);
    expect(messageOf(() => expect(fixture()).toBeValidCheckoutSession({ nope: 1 }))).toMatch(/no option "nope"/);
  });

  test("the matcher works inside others", () => {
    expect({ request: fixture() }).toEqual({ request: expect.toBeValidCheckoutSession() });
    expect({ request: { amount: 0 } }).not.toEqual({ request: expect.toBeValidCheckoutSession() });
  });

  test("overrides are merged, and a fixture is new at each call", () => {
    const mail = { customer_data: { email: "ana@example.com", tax_id: undefined } };
    const { customer_data, amount } = fixture("subscription", mail);
    expect(customer_data).toEqual({ name: "Felipe Castro", email: "ana@example.com" });
    expect(amount).toBe(9990);
    expect(fixture("subscription").customer_data.tax_id.type).toBe("cl_rut");
    const [item] = fixture("items").line_items;
    const two = fixture("items", { line_items: [{ ...item, quantity: 2 }] });
    expect(two.amount).toBe(700000);
    expect(two).toBeValidCheckoutSession({ strict: true });
    expect(fixture("items", { line_items: [{ ...item, quantity: 2 }], amount: 1 })).not.toBeValidCheckoutSession();
    expect(() => fixture("toString")).toThrow(TypeError);
  });
};
