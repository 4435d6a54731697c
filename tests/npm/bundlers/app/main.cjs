const { explain, validate } = require("fintoc-preflight");

const { OPTIONS, REQUESTS } = require("../../js/requests.js");

console.log(JSON.stringify([REQUESTS.map((request) => validate(request, OPTIONS)), explain("enum")]));
