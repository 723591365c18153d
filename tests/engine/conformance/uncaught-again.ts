// An error that was made earlier, thrown from a callback: the place is where it was thrown.
const early = new RangeError('made early');
console.log(early.message);
process.nextTick(() => {
  throw early;
});
