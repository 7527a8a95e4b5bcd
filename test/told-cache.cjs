/** Required before the program: tells on stderr whether V8 took each code cache that it was handed. */
const vm = require('node:vm');

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    if (options?.cachedData) process.stderr.write(`${this.cachedDataRejected ? 'refused' : 'taken'}\n`);
  }
};
