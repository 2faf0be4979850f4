/**
 * The discovery document of this front, by which Google's client libraries find its address and its
 * methods. The names are those of the service (revision 20190414 of its own document); the
 * descriptions are ours.
 */
export function discoveryDocument(rootUrl: string): object {
  return {
    kind: 'discovery#restDescription',
    discoveryVersion: 'v1',
    id: 'commentanalyzer:v1alpha1',
    name: 'commentanalyzer',
    canonicalName: 'Comment Analyzer',
    version: 'v1alpha1',
    title: 'Comments, scored by Gatepost',
    description: 'Scores comments as Perspective does. No text leaves this machine.',
    protocol: 'rest',
    rootUrl,
    servicePath: '',
    baseUrl: rootUrl,
    basePath: '',
    batchPath: 'batch',
    fullyEncodeReservedExpansion: true,
    parameters: PARAMETERS,
    resources: {
      comments: {
        methods: {
          analyze: method('analyze', 'AnalyzeComment', 'Scores a comment.'),
          suggestscore: method(
            'suggestscore',
            'SuggestCommentScore',
            'Says what a comment should have been scored.',
          ),
        },
      },
    },
    schemas: SCHEMAS,
  };
}

const text = (description: string) => ({ type: 'string', description });
const ref = (name: string) => ({ $ref: name });
const mapOf = (name: string) => ({ type: 'object', additionalProperties: ref(name) });
const listOf = (items: object) => ({ type: 'array', items });

const PARAMETERS = {
  key: { ...text('A key of this Gatepost.'), location: 'query' },
  alt: { ...text('The form of the answer.'), location: 'query', default: 'json', enum: ['json'] },
  prettyPrint: { type: 'boolean', description: 'Without effect.', location: 'query' },
  quotaUser: { ...text('Without effect.'), location: 'query' },
};

function method(name: string, messages: string, description: string): object {
  const path = `v1alpha1/comments:${name}`;
  return {
    id: `commentanalyzer.comments.${name}`,
    path,
    flatPath: path,
    httpMethod: 'POST',
    description,
    parameters: {},
    parameterOrder: [],
    request: ref(`${messages}Request`),
    response: ref(`${messages}Response`),
  };
}

const object = (id: string, properties: object) => ({ id, type: 'object', properties });

const LANGUAGES = listOf({ type: 'string' });
const TOLD = {
  comment: ref('TextEntry'),
  context: ref('Context'),
  languages: LANGUAGES,
  clientToken: text('Said again in the answer.'),
  sessionId: text('Without effect.'),
  communityId: text('Without effect.'),
};

const SCHEMAS = {
  TextEntry: object('TextEntry', {
    text: text('UTF-8, at most 20,480 bytes.'),
    type: text('PLAIN_TEXT.'),
  }),
  ArticleAndParentComment: object('ArticleAndParentComment', {
    article: ref('TextEntry'),
    parentComment: ref('TextEntry'),
  }),
  Context: object('Context', {
    entries: listOf(ref('TextEntry')),
    articleAndParentComment: ref('ArticleAndParentComment'),
  }),
  AttributeParameters: object('AttributeParameters', {
    scoreType: text('PROBABILITY.'),
    scoreThreshold: { type: 'number', format: 'float', description: 'Lower scores are left out.' },
  }),
  Score: object('Score', {
    value: { type: 'number', format: 'float', description: 'From 0 to 1.' },
    type: text('PROBABILITY.'),
  }),
  SpanScore: object('SpanScore', {
    begin: { type: 'integer', format: 'int32', description: 'In UTF-16 code units.' },
    end: { type: 'integer', format: 'int32', description: 'Exclusive.' },
    score: ref('Score'),
  }),
  AttributeScores: object('AttributeScores', {
    summaryScore: ref('Score'),
    spanScores: listOf(ref('SpanScore')),
  }),
  AnalyzeCommentRequest: object('AnalyzeCommentRequest', {
    ...TOLD,
    requestedAttributes: mapOf('AttributeParameters'),
    doNotStore: { type: 'boolean', description: 'Nothing is stored in any case.' },
    spanAnnotations: { type: 'boolean', description: 'Scores each sentence as well.' },
    dropUnsupportedAttributes: { type: 'boolean', description: 'Leaves out what has no score.' },
  }),
  AnalyzeCommentResponse: object('AnalyzeCommentResponse', {
    attributeScores: mapOf('AttributeScores'),
    languages: LANGUAGES,
    detectedLanguages: LANGUAGES,
    clientToken: text('As it was sent.'),
  }),
  SuggestCommentScoreRequest: object('SuggestCommentScoreRequest', {
    ...TOLD,
    attributeScores: mapOf('AttributeScores'),
  }),
  SuggestCommentScoreResponse: object('SuggestCommentScoreResponse', {
    requestedLanguages: LANGUAGES,
    detectedLanguages: LANGUAGES,
    clientToken: text('As it was sent.'),
  }),
};
