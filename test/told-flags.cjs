/** Required before the program: tells on stderr every flag of V8 that it sets. */
const v8 = require('node:v8');

const set = v8.setFlagsFromString;
v8.setFlagsFromString = (flag) => {
  process.stderr.write(`${flag}\n`);
  set(flag);
};
