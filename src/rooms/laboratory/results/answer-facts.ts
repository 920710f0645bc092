/** Every fact that changes what is known of answers: screens that show them ask again. */

export const answerFacts = ['AnswerArrived', 'AnswerReviewed', 'CriticalTold', 'AnswerTold'] as const;
