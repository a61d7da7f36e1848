/** How much of anything is taken in, in one place: `quiz help limits` shows it. Each is tested at the limit and one above. */
export const limits = {
  /** Of a bank file, in bytes. A larger one takes seconds and hundreds of megabytes to read. */
  fileBytes: 5_000_000,
  /** Of a file of notes: characters and lines. */
  notesLength: 1_000_000,
  notesLines: 30_000,
  /** Steps (core/effort.ts) that the quotes of a question file may take to be found, and what the lost ones became or are closest to. */
  quoteSteps: 12_000_000,
  likenessSteps: 10_000_000,
  /** Of a line in a question file or in notes: one scalar of megabytes would make the reader quadratic. */
  lineLength: 20_000,
  /** Of one text in a question file, over however many lines. */
  textLength: 20_000,
  /** Weight of the marks and texts of YAML in a file (bank/yaml/document.ts): so many take about a second and 200 MB. */
  yamlWeight: 720_000,
  /** Marks and texts of YAML in a file to be imported, of which a few entries are read at a time. */
  importYamlTokens: 2_500_000,
  /** Mistakes looked for in a YAML file: the parser takes ten microseconds and a kilobyte for each. */
  yamlMistakes: 100,
  /** Of nesting in a question file. */
  depth: 32,
  /** Fields of one mapping; so far down it may hold questions by their names, as many as a file may have. */
  keys: 64,
  namesDepth: 3,
  questionsInFile: 4_000,
  /** Of a question: its keys are a to z. */
  options: 26,
  /** Problems shown of one file. */
  problemsShown: 20,
  /** Characters of what is told of one: a name in it may be as long as its line. */
  message: 2_000,
  /** Of a file to be imported: bytes, lines, records, and records that are refused before the rest is left unread. */
  importBytes: 50_000_000,
  importLines: 1_000_000,
  importRecords: 100_000,
  importRefused: 5_000,
  /** Characters of refused records, after which the rest is left unread too; lines of Markdown without a question. */
  importRefusedLength: 2_000_000,
  importIdleLines: 20_000,
  /** Brackets, signs and values of JSON in it, and brackets in one another; elements of XML in one another. */
  importJsonMarks: 5_000_000,
  importDepth: 64,
  /** Of one record in it: characters, and fields (cells of a row, parts of an answer). */
  importRecordLength: 100_000,
  importFields: 128,
  /** Of a question or a manifest in XML. */
  importElements: 2_000,
  manifestElements: 100_000,
  /** Of a zip: what its entries come to, how many they are, and how far the larger ones may have been packed. */
  zipBytes: 500_000_000,
  zipEntries: 10_000,
  zipRatio: 100,
  /** Characters in which a learner says what is wrong with a question. */
  challenge: 500,
  /** Of a file of the records: a question that stays open for three weeks fills it, a line every ten seconds. */
  recordBytes: 16_000_000,
  /** Lines of a session that do not read, before the rest is left unread. */
  recordBadLines: 100_000,
} as const;
