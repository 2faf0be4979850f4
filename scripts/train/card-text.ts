export const ABOUT = `Scores comments in English for seven attributes. It is triage: it holds a comment for a person
and orders the queue. Made by \`npm run train\` from the files below; the same files make the
same bytes.

## What it is

Logistic regression for all attributes at once over hashed words, pairs of words and
characters in threes to fives (2^18 buckets, 8 bits each), scaled by naive-Bayes log-count
ratios, and over classes of words (insults, slurs, groups, violence, negation, address, thanks
and more), their counts, and which class stands beside or near which. Longer texts are read in
stretches of 150 words, and the worst stretch counts, so that harmless words around an attack
do not hide it. A text in another language than English has no scores; one of fewer than five
words is scored unless the locale of the page says otherwise.

Scores are probabilities where 5 of 100 comments are toxic, and the other attributes are as
rare beside toxicity as in the data. Each attribute was calibrated by a logistic curve (Platt)
on a tenth of the data that was held back, weighed to that base rate. On a site where abuse is
rarer they are too high, and on one where it is more frequent too low. They were calibrated on
talk pages: what a newspaper's readers write is other talk, and the calibration there is not
known.

What is scored is the mean of three models: a linear one of all features, one of the hashed ones
alone, and a network with 32 hidden units over the classes alone; so one word that the data makes
much of does not drown what stands around it.

## Data, licences and attribution

- Wikipedia talk pages with the labels of the Jigsaw toxic comment classification (2018):
  labels CC0, text by Wikipedia's authors under CC BY-SA 3.0. Some of the rows are lower-cased
  and without punctuation.
- CAT_LARGE, context toxicity (Wikipedia talk pages): Apache-2.0, text CC BY-SA.
- For tuning, never trained on: Surge AI's toxicity set (MIT) and CAT_SMALL (Apache-2.0).
- Sentences of our own (scripts/train/frames.ts): groups named in innocence, quotation,
  negation and counter-speech, attacks on groups, on readers and on people in the news. Each
  counts for 0.3 of a real comment, an attack on a group for 0.6, and a sentence that only says
  who somebody is for 1.5.`;

export const BEFORE_FIGURES = `## Labels and split

toxicity, severe_toxicity, insult, threat as labelled; profanity is the label "obscene",
identity_attack is "identity_hate". CAT has a label for toxicity alone: of its toxic rows the
other labels are missing and are left out of training, of its clean rows they count as no.
sexually_explicit has no label anywhere: a row counts as positive when it is labelled toxic or
obscene and holds a sexual word, so this score knows no more than words; treat it with care.

Rows are split into tenths by their first words, so that copies of a text stay together: eight
train, one calibrates, one is reported on here. The number of epochs, decay, the word classes
and our own sentences were chosen by looking at the two held-back tenths and at the tuning
sets (also at what was missed in the latter), so the figures on these are somewhat too good.

## Figures

In brackets 95 % intervals by bootstrap. "Held" is any attribute at or above the threshold
that \`balanced\` holds from.`;

export const LIMITS = `## What it must not be used for

- To reject, ban or report anyone by itself: what it holds is for a person to decide. Nor to let
  comments through unread: off Wikipedia most of what readers call toxic is scored below every
  threshold (on the tuning sets six and nine of ten).
- To judge people: it knows words, not intent, truth or history.
- For texts that are not comments in English, for children's safety, self-harm or credible
  threats: it has seen about two hundred threats in all.
- Without looking at its mistakes. It takes irony, allusions and dog whistles for harmless; it
  takes quoted insults, hard words about oneself and old words with a second meaning for abuse
  more often than a reader would; the labels it learnt from are one crowd's judgement from
  2015 to 2018.`;
