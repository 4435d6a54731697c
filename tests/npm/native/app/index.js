/** An app with the form of the README, and the default entry, which the form does not import. */

import { AppRegistry } from "react-native";
import { validate } from "fintoc-preflight";

import { Checkout } from "../generated/README.tsx";

console.log(validate({}).valid);
AppRegistry.registerComponent("checkout", () => Checkout);
