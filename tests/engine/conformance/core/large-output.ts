// Half a mebibyte at once, with characters of every width.
const unit = 'abc äöü → 🎈 ';
for (let part = 0; part < 64; part++) console.log(String(part).padStart(2), unit.repeat(400));
process.stdout.write('no line feed');
process.stderr.write('here neither');

export {};
