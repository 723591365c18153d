import { decision } from './decision-kinds.ts';

/** What it is written in. */
export const languageDecision = {
  language: decision({
    number: 40,
    title: 'Language and framework',
    question: 'In which language, and on which framework, is it written?',
    simplestBecause:
      'What the team writes well today is worth more than what a language would do better.',
    alternatives: {
      'team-choice': {
        label: 'what the team knows best',
        summary:
          'One language that most of the team writes well, with its most common web framework and nothing unusual around it.',
        tradeOff:
          'The decision is yours: until it is made, no file can be written for one language.',
        revisitWhen: 'you have said which languages the team knows',
        patterns: ['framework-and-technology-expertise/framework-selection'],
      },
      typescript: {
        label: 'TypeScript on Node.js',
        summary: 'TypeScript with Fastify or NestJS; one language for the web app and the backend.',
        tradeOff: 'One thread runs the code, so work that computes has to leave the process.',
        revisitWhen: 'requests wait for a processor and not for a database',
        patterns: ['framework-and-technology-expertise/node-js'],
        favors: ['change', 'simplicity'],
      },
      python: {
        label: 'Python',
        summary:
          'Python with FastAPI or Django; the language of most libraries for data and models.',
        tradeOff:
          'A request that computes is slow, and types hold only where a checker enforces them.',
        revisitWhen: 'most of a request’s time is spent in your own Python code',
        patterns: ['framework-and-technology-expertise/python'],
        favors: ['change', 'simplicity'],
      },
      ruby: {
        label: 'Ruby on Rails',
        summary: 'Ruby on Rails, in which one person can carry a whole product.',
        tradeOff: 'Types come from outside, and each process needs much memory.',
        revisitWhen: 'memory decides what you pay, or it becomes hard to hire for it',
        patterns: ['framework-and-technology-expertise/ruby'],
        favors: ['change', 'simplicity'],
      },
      php: {
        label: 'PHP',
        summary:
          'PHP with Laravel or Symfony; each request starts afresh, so nothing leaks into the next one.',
        tradeOff: 'Connections that stay open and work after the answer need a runtime beside it.',
        revisitWhen: 'clients keep connections open',
        patterns: ['framework-and-technology-expertise/framework-selection'],
        favors: ['change', 'simplicity'],
      },
      dotnet: {
        label: 'C# on .NET',
        summary: 'C# with ASP.NET Core: strict types, quick answers and one vendor for all of it.',
        tradeOff:
          'More ceremony for small things, and fewer people know it outside of larger companies.',
        revisitWhen: 'start-up time or the size of images begins to matter',
        patterns: ['framework-and-technology-expertise/dotnet'],
        favors: ['speed', 'correctness'],
      },
      java: {
        label: 'Java or Kotlin',
        summary:
          'Java or Kotlin with Spring Boot or Quarkus: strict types, quick answers, a library for everything.',
        tradeOff:
          'Processes start slowly and take much memory, and a large framework hides what it does.',
        revisitWhen: 'start-up time or memory begins to matter',
        patterns: ['framework-and-technology-expertise/java'],
        favors: ['speed', 'scale', 'correctness'],
      },
      go: {
        label: 'Go',
        summary:
          'Go with its standard library: small binaries, quick starts, many connections at once.',
        tradeOff: 'You write more by hand, and the type system says less about what is allowed.',
        revisitWhen:
          'most of the code is rules of the business, and little of it waits for a network',
        patterns: ['framework-and-technology-expertise/go'],
        favors: ['speed', 'scale'],
      },
      rust: {
        label: 'Rust',
        summary:
          'Rust with axum: no pauses, little memory, and most mistakes found by the compiler.',
        tradeOff: 'It takes months to learn, and each change takes longer to write.',
        revisitWhen: 'changes take longer than the business waits',
        patterns: ['framework-and-technology-expertise/rust'],
        favors: ['speed', 'correctness'],
      },
      'two-languages': {
        label: 'one main language, and a second one for a named reason',
        summary:
          'Nearly everything is written in the language that most of the team knows; one part uses another one, and its reason is written down.',
        tradeOff:
          'Two sets of libraries, images, security updates and habits, and fewer people who can repair each part.',
        revisitWhen: 'the reason is gone, or a third language is asked for',
        patterns: ['framework-and-technology-expertise/framework-selection'],
        favors: ['scale'],
      },
    },
  }),
} as const;
