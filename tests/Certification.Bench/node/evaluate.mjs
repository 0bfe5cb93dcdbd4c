// Evaluates rules with json-logic-js. The first line on standard input holds the cases; each further line asks for one round
// and is answered by rules a second of processor time. The operators that CertLogic has beside JsonLogic's are added as plain functions.
import { createInterface } from "node:readline";
import jsonLogic from "json-logic-js";

const date = (value) => value instanceof Date ? value : new Date(value);
const plus = { year: [12, true], month: [1, true], day: [86400000, false], hour: [3600000, false] };
jsonLogic.add_operation("plusTime", (value, amount, unit) => {
  const [factor, isMonths] = plus[unit];
  const at = new Date(date(value));
  if (isMonths) at.setUTCMonth(at.getUTCMonth() + factor * amount);
  else at.setTime(at.getTime() + factor * amount);
  return at;
});
const ordered = (holds) => (...values) => values.slice(1).every((value, index) => holds(date(values[index]), date(value)));
jsonLogic.add_operation("after", ordered((left, right) => left > right));
jsonLogic.add_operation("before", ordered((left, right) => left < right));
jsonLogic.add_operation("not-after", ordered((left, right) => left <= right));
jsonLogic.add_operation("not-before", ordered((left, right) => left >= right));
jsonLogic.add_operation("dccDateOfBirth", date);
jsonLogic.add_operation("extractFromUVCI", (value, index) =>
  value === null || value === undefined ? null : value.replace(/^URN:UVCI:/, "").split(/[/#:]/)[index] ?? null);

let cases, round;
const evaluate = (least) => {
  let evaluated = 0;
  for (; evaluated < least; evaluated += cases.length)
    for (const one of cases) jsonLogic.truthy(jsonLogic.apply(one.rule, one.data));
  return evaluated;
};
for await (const line of createInterface({ input: process.stdin })) {
  if (cases === undefined) {
    let warmUp;
    ({ cases, warmUp, round } = JSON.parse(line));
    const wrong = cases.filter((one) => jsonLogic.truthy(jsonLogic.apply(one.rule, one.data)) !== one.expected);
    if (wrong.length > 0) throw new Error(`json-logic-js differs on ${wrong.map((one) => one.name).join(", ")}`);
    evaluate(warmUp);
    console.log("ready");
    continue;
  }
  const start = process.cpuUsage();
  const evaluated = evaluate(round);
  const { user, system } = process.cpuUsage(start);
  console.log((1e6 * evaluated) / (user + system));
}
