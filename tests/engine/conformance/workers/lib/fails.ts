class OwnError extends TypeError {
  code = 'E_OWN';
}
setTimeout(() => {
  throw new OwnError('in a thread');
}, 1);
