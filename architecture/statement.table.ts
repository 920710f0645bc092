/** Statements that are let off a rule, each with its reason; one that needs it no more makes the test fail. */

/** Not bound to one clinic. */
export const withoutClinic: Readonly<Record<string, string>> = {
  'clinic: directory': 'asked before anyone is signed in; answers no person and no patient',
  'job: clinics': 'the worker asks which clinics have something to do',
};

/** Tables from which rows may go: they are tools of the moment, and no record of anything. */
export const deletable: Readonly<Record<string, string>> = {
  job: 'what is done is struck off; the event stands',
  command_answer: 'answers to commands that nobody sends again after a week; the act stands in the access log',
  challenge: 'one-time challenges of signing in',
  passkey: 'a lost device is taken off; that it was stands in the access log',
  session: 'sessions that ended long ago; who did what stands in the access log',
};
