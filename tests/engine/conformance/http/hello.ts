import http from 'node:http';

// One request and its answer: head, body, events of both ends.
const server = http.createServer((request, response) => {
  console.log(
    'request',
    request.method,
    request.url,
    request.httpVersion,
    request.headers.host?.split(':')[0],
  );
  console.log(request.rawHeaders.filter((_, at) => at % 2 === 0));
  request.on('end', () => console.log('request end', request.complete));
  request.on('close', () => console.log('request close'));
  response.on('prefinish', () => console.log('prefinish'));
  response.on('finish', () => console.log('finish', response.writableFinished));
  response.on('close', () => console.log('response close'));
  response.setHeader('Content-Type', 'text/plain');
  response.setHeader('X-Count', 3);
  response.end('hello\n');
  console.log('headers sent', response.headersSent, response.statusCode, response.statusMessage);
});

server.listen(0, () => {
  const { port } = server.address() as import('node:net').AddressInfo;
  const request = http.get({ port, path: '/a?b=c', headers: { Accept: '*/*' } }, (response) => {
    console.log(response.statusCode, response.statusMessage, response.headers['content-length']);
    console.log(
      response.headers['x-count'],
      response.headers.connection,
      response.headers['keep-alive'],
    );
    console.log(response.rawHeaders.filter((_, at) => at % 2 === 0));
    response.setEncoding('utf8');
    response.on('data', (text) => console.log('data', JSON.stringify(text)));
    response.on('end', () => console.log('end', response.complete, response.trailers));
    response.on('close', () => {
      console.log('close');
      server.close(() => console.log('closed'));
    });
  });
  request.on('socket', () => console.log('socket'));
  request.on('finish', () => console.log('request finish'));
  request.on('close', () => console.log('client request close'));
  console.log(request.method, request.path, request.getHeader('accept'), request.getHeaderNames());
});
