module.exports = require('./a');
