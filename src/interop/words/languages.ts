// The words of many languages by which lists of questions say what a line is: those of school books and exams. Each entry is a part
// of a form, without regard to case, and `_` in it is white space.

export interface Words {
  /** What an answer stands behind: "Answer: B". */
  readonly answer: string;
  /** What a question stands behind, with a number or without: "Question 3". */
  readonly question: string;
  /** What a reason stands behind: "Explanation: …". */
  readonly reason: string;
  /** What stands in brackets behind an option that is right. */
  readonly right: string;
}

export const LANGUAGES: Readonly<Record<string, Words>> = {
  en: {
    answer:
      '(?:the_)?(?:(?:correct|right|best|suggested|verified|official|expected|final|actual|proper)_)?(?:answers?|ans|key|solution)|(?:correct|right)_(?:options?|choices?|responses?|alternatives?)',
    question: 'question|q\\.?',
    reason: 'explanations?(?:/references?)?|why|rationale|reason(?:ing)?|feedback|justification|(?:answer_)?discussion',
    right: '(?:the_)?(?:correct|right)(?:_(?:answer|option|choice))?',
  },
  de: {
    answer:
      '(?:(?:die_)?(?:richtige|korrekte)_)?(?:antwort(?:en)?|lösung(?:en)?)|richtig(?:_(?:ist|sind))?|musterlösung',
    question: 'frage',
    reason: 'erklärung|begründung|erläuterung',
    right: 'richtig(?:e_antwort)?|korrekt|stimmt',
  },
  fr: {
    answer: '(?:(?:la_)?bonnes?_)?r[ée]ponses?(?:_(?:correctes?|justes?|exactes?))?|corrigé',
    question: 'question',
    reason: 'explications?|justification',
    right: '(?:bonne_)?réponse(?:_correcte)?|correcte?|juste',
  },
  es: {
    answer: '(?:la_)?respuestas?(?:_(?:correctas?|es))?|soluci[oó]n(?:es)?|(?:opci[oó]n|alternativa)_correcta',
    question: 'pregunta',
    reason: 'explicaci[oó]n|justificaci[oó]n|retroalimentaci[oó]n',
    right: '(?:respuesta_)?correct[ao]',
  },
  it: {
    answer: '(?:la_)?rispost[ae](?:_(?:corrett[ae]|esatt[ae]|giust[ae]))?|soluzion[ei]',
    question: 'domanda|quesito',
    reason: 'spiegazione|motivazione',
    right: '(?:risposta_)?(?:corrett[ao]|esatt[ao]|giust[ao])',
  },
  pt: {
    answer:
      '(?:a_)?respostas?(?:_(?:corretas?|certas?))?|gabarito|soluç(?:ão|ões)|(?:alternativa|opção)_(?:correta|certa)',
    question: 'pergunta|quest[aã]o',
    reason: 'explicaç[aã]o|justificativa|comentários?',
    right: '(?:(?:resposta|alternativa)_)?(?:corret[ao]|cert[ao])',
  },
  ca: {
    answer: 'respost(?:a|es)(?:_correct[ae]s?)?|solució',
    question: 'pregunta',
    reason: 'explicació',
    right: 'correct[ae]',
  },
  nl: {
    answer: '(?:(?:juiste|goede|correcte)_)?antwoord(?:en)?|oplossing(?:en)?',
    question: 'vraag',
    reason: 'uitleg|toelichting',
    right: 'juist|goed|correct|juiste_antwoord',
  },
  sv: {
    answer: '(?:(?:rätt|korrekt)_)?svar(?:et)?|facit',
    question: 'fråga',
    reason: 'förklaring',
    right: 'rätt(?:_svar)?|korrekt',
  },
  da: {
    answer: '(?:(?:det_)?(?:rigtig[et]?|korrekt[et]?)_)?svar(?:et)?|facit|løsning',
    question: 'spørgsmål',
    reason: 'forklaring|begrundelse',
    right: 'rigtigt?|korrekt',
  },
  no: {
    answer: '(?:riktig[et]?_)?svar(?:et)?|fasit|løsning',
    question: 'spørsmål',
    reason: 'forklaring',
    right: 'riktig|korrekt',
  },
  fi: {
    answer: '(?:oikea(?:t)?_)?vastau(?:s|kset)',
    question: 'kysymys',
    reason: 'selitys|perustelu',
    right: 'oikein|oikea(?:_vastaus)?',
  },
  pl: {
    answer: '(?:(?:poprawn[aey]|prawidłow[aey])_)?odpowied(?:ź|zi)(?:_(?:poprawn[ae]|prawidłow[ae]))?|rozwiązani[ae]',
    question: 'pytanie',
    reason: 'wyjaśnienie|uzasadnienie',
    right: '(?:poprawn|prawidłow)[aey](?:_odpowiedź)?|dobrze',
  },
  cs: {
    answer: '(?:správn[áéý]_)?odpověd(?:i)?|(?:správná_)?odpověď|řešení',
    question: 'otázka',
    reason: 'vysvětlení|zdůvodnění',
    right: 'správn[áěě](?:_odpověď)?',
  },
  sk: {
    answer: '(?:správna_)?odpove(?:ď|de)|riešenie',
    question: 'otázka',
    reason: 'vysvetlenie|zdôvodnenie',
    right: 'správn[ae](?:_odpoveď)?',
  },
  hu: {
    answer: '(?:helyes_)?válasz(?:ok)?|megoldás(?:ok)?',
    question: 'kérdés',
    reason: 'magyarázat|indoklás',
    right: 'helyes(?:_válasz)?',
  },
  ro: {
    answer: 'răspuns(?:ul|uri)?(?:_corecte?)?|soluți[ea]',
    question: 'întrebarea|întrebare',
    reason: 'explicați[ea]',
    right: 'corect',
  },
  hr: {
    answer: '(?:(?:to[čc]an|ta[čc]an|ispravan|pravilen)_)?odgovor(?:i)?|rješenj[ea]|rešenj[ea]',
    question: 'pitanje|vprašanje',
    reason: 'objašnjenje|obrazloženje|razlaga',
    right: 'točno|tačno|ispravno|pravilno|(?:točan|tačan)_odgovor',
  },
  sq: { answer: 'përgjigj(?:a|e|ja|et)?(?:_e_saktë)?', question: 'pyetja', reason: 'shpjegim[i]?', right: 'e_saktë' },
  et: { answer: '(?:õige_)?vastus(?:ed)?', question: 'küsimus', reason: 'selgitus', right: 'õige' },
  lv: { answer: '(?:pareizā_)?atbilde', question: 'jautājums', reason: 'skaidrojums', right: 'pareiz[ia]' },
  lt: { answer: '(?:teisingas_)?atsakymas', question: 'klausimas', reason: 'paaiškinimas', right: 'teisinga(?:i|s)' },
  ru: {
    answer: '(?:(?:правильн(?:ый|ые)|верн(?:ый|ые))_)?ответы?|решение',
    question: 'вопрос',
    reason: 'пояснение|объяснение|обоснование|комментарий',
    right: '(?:правильн|верн)(?:о|ый(?:_ответ)?|ая|ое)',
  },
  uk: {
    answer: '(?:(?:правильн[аі]|вірн[аі])_)?відповід[ьі]|розв.язання',
    question: 'питання|запитання',
    reason: 'пояснення|обґрунтування',
    right: '(?:правильн|вірн)(?:о|а(?:_відповідь)?|ий|е)',
  },
  bg: {
    answer: '(?:(?:верен|правилен)_)?отговор(?:и)?',
    question: 'въпрос',
    reason: 'обяснение',
    right: 'вярно|верен(?:_отговор)?',
  },
  sr: {
    answer: '(?:(?:тачан|исправан)_)?одговор(?:и)?',
    question: 'питање',
    reason: 'објашњење',
    right: 'тачно|тачан_одговор',
  },
  el: {
    answer: '(?:σωστ(?:ή|ές)_)?απ[άα]ντ(?:ηση|ήσεις)',
    question: 'ερ[ώω]τηση',
    reason: 'εξήγηση|αιτιολόγηση',
    right: 'σωστ[όή]',
  },
  tr: {
    answer: '(?:doğru_)?(?:cevap|yanıt)(?:lar)?|çözüm',
    question: 'soru',
    reason: 'açıklama',
    right: 'doğru(?:_(?:cevap|yanıt))?',
  },
  az: { answer: '(?:düzgün_)?cavab(?:lar)?', question: 'sual', reason: 'izah', right: 'düzgün' },
  uz: { answer: '(?:to.?g.?ri_)?javob(?:i|lar)?', question: 'savol', reason: 'izoh', right: 'to.?g.?ri' },
  kk: { answer: '(?:дұрыс_)?жауап(?:тар|тары|ы)?', question: 'сұрақ', reason: 'түсіндірме', right: 'дұрыс' },
  vi: {
    answer: '(?:đáp_án|câu_trả_lời|trả_lời|lời_giải)(?:_(?:đúng|chính_xác))?',
    question: 'câu(?:_hỏi)?',
    reason: '(?:lời_)?giải_thích',
    right: '(?:đáp_án_)?đúng|chính_xác',
  },
  id: {
    answer: 'kunci(?:_jawaban)?|jawab(?:an)?(?:_(?:yang_)?benar)?|jawapan(?:_betul)?',
    question: 'soal|pertanyaan|soalan',
    reason: 'penjelasan|pembahasan|penerangan',
    right: '(?:jawaban_)?(?:yang_)?benar|betul',
  },
  tl: { answer: '(?:tamang_)?sagot', question: 'tanong', reason: 'paliwanag', right: 'tama' },
  sw: { answer: 'jibu(?:_sahihi)?|majibu', question: 'swali', reason: 'maelezo', right: 'sahihi' },
  th: {
    answer: 'คำตอบ(?:ที่ถูก(?:ต้อง)?)?|เฉลย',
    question: 'คำถาม(?:ที่)?|ข้อ(?:ที่)?',
    reason: 'คำอธิบาย|อธิบาย',
    right: 'ถูก(?:ต้อง)?',
  },
  hi: { answer: '(?:सही_)?(?:उत्तर|जवाब)', question: 'प्रश्न|सवाल', reason: 'व्याख्या|स्पष्टीकरण', right: 'सही(?:_उत्तर)?' },
  bn: { answer: '(?:সঠিক_)?উত্তর', question: 'প্রশ্ন', reason: 'ব্যাখ্যা', right: 'সঠিক(?:_উত্তর)?' },
  ta: { answer: '(?:சரியான_)?(?:விடை|பதில்)', question: 'கேள்வி|வினா', reason: 'விளக்கம்', right: 'சரி' },
  te: { answer: '(?:సరైన_)?(?:సమాధానం|జవాబు)', question: 'ప్రశ్న', reason: 'వివరణ', right: 'సరైనది' },
  gu: { answer: '(?:સાચો_)?(?:જવાબ|ઉત્તર)', question: 'પ્રશ્ન', reason: 'સમજૂતી', right: 'સાચું' },
  ar: {
    answer: '(?:ال)?(?:[إا]جاب[ةه]|جواب)(?:_(?:ال)?صحيح[ةه]?)?|الحل',
    question: '(?:ال)?سؤال',
    reason: '(?:ال)?(?:شرح|تفسير|توضيح|تعليل)',
    right: '(?:(?:ال)?[إا]جابة_)?(?:ال)?صحيح[ةه]?',
  },
  fa: {
    answer: '(?:پاسخ|جواب)(?:_(?:صحیح|درست))?',
    question: 'سؤ?ال|سوال|پرسش',
    reason: 'توضیح(?:ات)?',
    right: 'صحیح|درست',
  },
  ur: { answer: '(?:صحیح_|درست_)?جواب', question: 'سوال', reason: 'وضاحت', right: 'صحیح|درست' },
  he: {
    answer: 'ה?תשוב(?:ה|ות)(?:_ה?נכונ(?:ה|ות))?|פתרון',
    question: 'שאלה',
    reason: 'הסבר|נימוק',
    right: '(?:תשובה_)?נכו(?:ן|נה)',
  },
  zh: {
    answer: '(?:本题|本題|正确|正確|参考|參考|标准|標準)*答案|答|正确选项|正確選項',
    question: '题目?|題目?|问题|問題|问|問',
    reason: '(?:答案|试题|題目|题目)?(?:解析|解释|解釋|分析|详解|詳解)|说明|說明',
    right: '正确(?:答案)?|正確(?:答案)?|答案',
  },
  ja: {
    answer: '正解|正答|答え?|解答|模範解答',
    question: '問(?:題)?|質問|設問',
    reason: '解説|説明|理由',
    right: '正解|正しい',
  },
  ko: { answer: '정답|답|답안|해답', question: '문제|질문|문항|문', reason: '해설|설명|풀이', right: '정답' },
};
