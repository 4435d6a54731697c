/** The form of each README, rendered and filled in as people do; in Jest, with the preset of React Native. */

import { render, screen, userEvent } from "@testing-library/react-native";
import { matchers } from "fintoc-preflight/jest";

import { Checkout as english } from "../generated/README.tsx";
import { Checkout as spanish } from "../generated/README.es.tsx";

for (const Checkout of [english, spanish]) {
  test("a mistake is shown at its field, and what is right is paid", async () => {
    const pay = jest.fn();
    await render(<Checkout pay={pay} />);
    const user = userEvent.setup();
    const submit = () => user.press(screen.getByRole("button", { name: "Pagar" }));
    const type = async (label, text) => {
      await user.clear(screen.getByLabelText(label));
      await user.type(screen.getByLabelText(label), text);
    };

    await submit();
    expect(screen.getByText("Escribe el monto, por ejemplo $350.000.")).toBeTruthy();

    await type("Monto", "350,000");
    await type("Correo", "ana@merchant");
    await submit();
    expect(screen.getByText("“Monto” se puede leer de dos maneras. ¿Quisiste decir $350.000 o $350?")).toBeTruthy();
    expect(pay).not.toHaveBeenCalled();

    await type("Monto", "$350.000");
    await type("Correo", "ana@merchant.com");
    await submit();
    expect(pay.mock.calls).toEqual([
      [{ amount: 350000, currency: "CLP", customer_email: "ana@merchant.com", ui_mode: "embedded" }],
    ]);
    expect(matchers.toBeValidCheckoutSession(pay.mock.calls[0][0]).pass).toBe(true);
    expect(screen.queryByText(/Monto|monto/)).toBeNull();
  });
}

test("the entries are those without WebAssembly", () => {
  expect(require.resolve("fintoc-preflight")).toMatch(/js\.cjs$/);
  expect(require.resolve("fintoc-preflight/form")).toMatch(/form-js\.cjs$/);
});
