// jose and hono/jwt by their entries: each class exists once.
import { SignJWT } from 'jose';
import { errors } from 'jose';
import * as ownErrors from 'jose/errors';
import { SignJWT as SameSignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { jwt, sign, verify } from 'hono/jwt';

console.log(SignJWT === SameSignJWT, errors.JWTExpired === ownErrors.JWTExpired);
const key = new TextEncoder().encode('a secret of at least thirty-two bytes');
const expired = await new SignJWT({})
  .setProtectedHeader({ alg: 'HS256' })
  .setExpirationTime(1)
  .sign(key);
await jwtVerify(expired, key).catch((error: unknown) =>
  console.log(error instanceof ownErrors.JWTExpired, (error as Error).message),
);

const app = new Hono();
app.use('/private/*', jwt({ secret: 'open sesame', alg: 'HS256' }));
app.get('/private/me', (context) => context.json(context.get('jwtPayload')));
app.onError((error, context) => {
  console.log(error instanceof HTTPException, error.message);
  return context.text('no', error instanceof HTTPException ? error.status : 500);
});
const token = await sign({ sub: 'ada' }, 'open sesame', 'HS256');
console.log(token, await verify(token, 'open sesame', 'HS256'));
for (const authorization of [`Bearer ${token}`, `Bearer ${token}x`, '']) {
  const response = await app.request('/private/me', { headers: { authorization } });
  console.log(response.status, await response.text());
}
