module.exports = {
  preset: "@react-native/jest-preset",
  testMatch: ["<rootDir>/app/*.spec.jsx"],
  // The preset leaves out `.jsx`.
  transform: { "\\.[jt]sx?$": "babel-jest" },
  // Most of it is for the first load of React Native.
  testTimeout: 300_000,
};
