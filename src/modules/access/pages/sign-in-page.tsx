import { useState } from 'react';
import type { AnswerOf } from '#platform/http/operation.ts';
import { call } from '#web/staff/api.ts';
import { HOME } from '#web/staff/routing/home.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { rememberedSeat, rememberSeat } from '#web/staff/session/seat-memory.ts';
import { readSession, type signIn } from '../contract.ts';
import { PasswordStep } from './sign-in/password-step.tsx';
import { SeatStep } from './sign-in/seat-step.tsx';
import { SecondStep } from './sign-in/second-step.tsx';
import { SetUpStep } from './sign-in/set-up-step.tsx';

type SignedIn = AnswerOf<typeof signIn>;
export type Ticket = Extract<SignedIn, { state: 'second-factor' }>;
export type OwnSeat = AnswerOf<typeof readSession>['seats'][number];

type Step =
  | { readonly at: 'password' }
  | { readonly at: 'second'; readonly ticket: Ticket }
  | { readonly at: 'set-up'; readonly ticket: string }
  | { readonly at: 'seat'; readonly seats: readonly OwnSeat[] };

/** Only our own pages are gone to after signing in, whatever the address says. */
function destination(wanted: string | null): string {
  return wanted !== null && /^\/app(?:[/?#]|$)/.test(wanted) && !wanted.startsWith('/app/sign-in') ? wanted : HOME;
}

/** E-mail and password or a passkey, a second factor where there is one, a seat where there are several. */
export default function SignInPage() {
  const [step, setStep] = useState<Step>({ at: 'password' });
  const to = destination(usePageQuery().get('to'));
  const goOn = (seat: string) => {
    rememberSeat(seat);
    // A fresh start: nothing that was read before signing in stays in memory.
    location.assign(to);
  };
  const signedIn = async () => {
    const { seats } = await call(readSession, {});
    const [first] = seats;
    const known = rememberedSeat(seats);
    if (first && (seats.length === 1 || known)) return goOn(known?.id ?? first.id);
    return setStep({ at: 'seat', seats });
  };
  const answered = async (answer: SignedIn) => {
    if (answer.state === 'second-factor') setStep({ at: 'second', ticket: answer });
    else if (answer.state === 'set-up-second-factor') setStep({ at: 'set-up', ticket: answer.ticket });
    else await signedIn();
  };
  const startAgain = () => setStep({ at: 'password' });
  if (step.at === 'second') return <SecondStep ticket={step.ticket} onSignedIn={signedIn} onStartAgain={startAgain} />;
  if (step.at === 'set-up') return <SetUpStep ticket={step.ticket} onSignedIn={signedIn} onStartAgain={startAgain} />;
  if (step.at === 'seat') return <SeatStep seats={step.seats} onChoose={goOn} />;
  return <PasswordStep onAnswer={answered} />;
}
