module.exports = 'the main of a folder';
