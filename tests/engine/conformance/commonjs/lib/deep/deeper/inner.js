module.exports = [
  require('../../counter').next(),
  require('../../data'),
  require('..//../folder/'),
  __filename.split('/').slice(-3),
  __dirname.split('/').pop(),
];
