/** How an image for one language is built and started. */
export interface Language {
  readonly name: string;
  /** The lines of the stage that builds, up to a folder /out that holds all that runs. */
  readonly build: readonly string[];
  /** The image that runs it, with a pinned major version. */
  readonly image: string;
  /** The lines of the stage that runs, before the folder is copied. */
  readonly setUp: readonly string[];
  /** Adds a user without rights. */
  readonly addUser: string;
  readonly start: readonly string[];
  /** Asks whether the replica is ready; fails with a code other than 0. */
  readonly probe: string;
  /** Memory that a replica takes before it holds any request, in MiB. */
  readonly baseMemoryMib: number;
}

const alpineUser = 'RUN addgroup -S -g 10001 app && adduser -S -u 10001 -G app app';
const debianUser =
  'RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app --no-create-home app';
const wget = 'wget -q -O /dev/null http://127.0.0.1:8080/health/ready';

/** Build and start for each language, with the usual layout of its projects. */
export const languages = {
  typescript: {
    name: 'TypeScript on Node.js',
    build: [
      'FROM node:24-alpine AS build',
      'WORKDIR /src',
      'COPY package.json package-lock.json ./',
      'RUN npm ci',
      'COPY . .',
      'RUN npm run build && npm prune --omit=dev',
      'RUN mkdir /out && cp -r dist node_modules package.json /out/',
    ],
    image: 'node:24-alpine',
    setUp: ['ENV NODE_ENV=production'],
    addUser: alpineUser,
    start: ['node', '--enable-source-maps', 'dist/main.js'],
    probe: wget,
    baseMemoryMib: 192,
  },
  python: {
    name: 'Python',
    build: [
      'FROM python:3.14-slim AS build',
      'WORKDIR /src',
      'COPY requirements.txt ./',
      'RUN pip install --no-cache-dir --target /out/packages -r requirements.txt',
      'COPY app /out/app',
    ],
    image: 'python:3.14-slim',
    setUp: ['ENV PYTHONPATH=/app/packages PYTHONUNBUFFERED=1'],
    addUser: debianUser,
    start: ['python', '-m', 'app'],
    probe:
      'python -c "import urllib.request as r; r.urlopen(\'http://127.0.0.1:8080/health/ready\')"',
    baseMemoryMib: 192,
  },
  ruby: {
    name: 'Ruby',
    build: [
      'FROM ruby:3-slim AS build',
      'WORKDIR /src',
      'COPY Gemfile Gemfile.lock ./',
      'RUN bundle config set --local path vendor/bundle && bundle install',
      'COPY . .',
      'RUN cp -r /src /out',
    ],
    image: 'ruby:3-slim',
    setUp: ['ENV RAILS_ENV=production BUNDLE_PATH=/app/vendor/bundle'],
    addUser: debianUser,
    start: ['bundle', 'exec', 'puma', '--port', '8080'],
    probe:
      'ruby -rnet/http -e "exit Net::HTTP.get_response(URI(\'http://127.0.0.1:8080/health/ready\')).is_a?(Net::HTTPSuccess)"',
    baseMemoryMib: 320,
  },
  php: {
    name: 'PHP',
    build: [
      'FROM composer:2 AS build',
      'WORKDIR /src',
      'COPY composer.json composer.lock ./',
      'RUN composer install --no-dev --no-scripts --optimize-autoloader',
      'COPY . .',
      'RUN cp -r /src /out',
    ],
    image: 'php:8-cli-alpine',
    setUp: ['ENV APP_ENV=production'],
    addUser: alpineUser,
    start: ['php', 'artisan', 'octane:start', '--host=0.0.0.0', '--port=8080'],
    probe: wget,
    baseMemoryMib: 192,
  },
  dotnet: {
    name: 'C# on .NET',
    build: [
      'FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build',
      'WORKDIR /src',
      'COPY . .',
      'RUN dotnet publish --configuration Release --output /out',
    ],
    image: 'mcr.microsoft.com/dotnet/aspnet:10.0-alpine',
    setUp: ['ENV ASPNETCORE_HTTP_PORTS=8080'],
    addUser: alpineUser,
    start: ['dotnet', 'App.dll'],
    probe: wget,
    baseMemoryMib: 192,
  },
  java: {
    name: 'Java',
    build: [
      'FROM eclipse-temurin:25-jdk-alpine AS build',
      'WORKDIR /src',
      'COPY . .',
      'RUN ./gradlew --no-daemon bootJar',
      'RUN mkdir /out && cp build/libs/app.jar /out/',
    ],
    image: 'eclipse-temurin:25-jre-alpine',
    setUp: ['ENV JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=75'],
    addUser: alpineUser,
    start: ['java', '-jar', 'app.jar'],
    probe: wget,
    baseMemoryMib: 512,
  },
  go: {
    name: 'Go',
    build: [
      'FROM golang:1-alpine AS build',
      'WORKDIR /src',
      'COPY go.mod go.sum ./',
      'RUN go mod download',
      'COPY . .',
      'RUN CGO_ENABLED=0 go build -trimpath -o /out/server ./cmd/server',
    ],
    image: 'alpine:3',
    setUp: [],
    addUser: alpineUser,
    start: ['/app/server'],
    probe: wget,
    baseMemoryMib: 64,
  },
  rust: {
    name: 'Rust',
    build: [
      'FROM rust:1-alpine AS build',
      'WORKDIR /src',
      'COPY . .',
      'RUN cargo build --release --locked',
      'RUN mkdir /out && cp target/release/server /out/',
    ],
    image: 'alpine:3',
    setUp: [],
    addUser: alpineUser,
    start: ['/app/server'],
    probe: wget,
    baseMemoryMib: 64,
  },
} as const satisfies Readonly<Record<string, Language>>;
