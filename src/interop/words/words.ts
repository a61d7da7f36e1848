// Forms for the words of question lists, of all languages together.
import { LANGUAGES, type Words } from './languages.ts';

function allOf(part: keyof Words): string {
  const words = Object.values(LANGUAGES).map((language) => language[part]);
  return words.join('|').replaceAll('_', '\\s+');
}

export const ANSWER_WORDS = allOf('answer');
export const QUESTION_WORDS = allOf('question');
export const REASON_WORDS = allOf('reason');
export const RIGHT_WORDS = allOf('right');

/** Those that head a worked solution as often as a bare answer. */
export const SOLUTION_WORDS =
  'solution|lösung|musterlösung|solución|soluciones|soluzione|soluzioni|solução|oplossing|løsning|rozwiązanie|řešení|riešenie|megoldás|soluția|rješenje|решение|розв.язання|çözüm|lời\\s+giải|الحل|פתרון|解答|풀이';

/** What stands before a number, and may be a question or a task of another kind: "Exercise 3", 第3题. */
export const NUMBER_WORDS = `${QUESTION_WORDS}|exercise|problem|aufgabe|exercice|ejercicio|esercizio|exercício|opgave|uppgift|oppgave|tehtävä|zadanie|úloha|feladat|exercițiul|zadatak|задание|задача|завдання|задатак|bài(?:\\s+tập)?|第`;

/** Behind the number of a question: 第3题, 第3問. */
export const AFTER_NUMBER = '题|題|问|問|문(?:제|항)?';

/** Behind that too: how many there are, "Question 3 of 65". */
export const OF_ALL = '\\s*(?:of|/|von|de|di|sur|van|из|з)\\s*\\d{1,4}';

/** Behind it as well: what the question counts, "(2 points)". */
export const POINTS =
  '[([]\\d+(?:[.,]\\d+)?\\s*(?:points?|pts?\\.?|marks?|punkte?|puntos?|punti|pontos?|балл(?:а|ов)?)[)\\]]';

/** A colon of any script; the Bengali visarga is written for one. */
export const COLON = '[:：﹕ঃ]';

/** Before a letter that names an option: "Option B", "letra C", "вариант Б". */
export const LABEL_WORDS =
  'options?|answers?|choices?|letter|buchstabe|lettre|letra|lettera|litera|literka|alternativ[ae]?|opci[oó]n|opç[aã]o|opzione|optie|opcja|możnost|variant[a]?|вариант|варіант|буква|літера|seçenek|şık|pilihan|phương\\s+án|选项|選項|选|選|選択肢';

/** Answers that somebody gave or voted for: none of them says what is right. */
const CHOSEN =
  "(?:my|your|user(?:'s|’s)?|student(?:'s|’s)?|selected|chosen|given|submitted|learner(?:'s|’s)?)\\s+(?:answers?|choices?|response|selection|options?)|you\\s+(?:answered|chose|selected)";
const CHOSEN_ELSEWHERE =
  '(?:meine|deine|ihre|eure)\\s+antwort(?:en)?|(?:ma|ta|votre)\\s+réponse|(?:mi|tu|su)\\s+respuesta|(?:la\\s+)?(?:mia|tua|sua)\\s+risposta|(?:a\\s+)?(?:minha|tua|sua)\\s+resposta|(?:mijn|jouw|uw)\\s+antwoord|(?:moja|twoja)\\s+odpowiedź|(?:мой|твой|ваш)\\s+ответ|ответ\\s+(?:ученика|студента|пользователя)|(?:моя|твоя|ваша)\\s+відповідь|(?:benim\\s+)?cevabım|cevabınız|(?:我|你|您|学生)的?(?:答案|选择)|(?:あなた|自分)の(?:回答|解答|答え)|(?:내|나의|당신의)\\s*답';

export const CHOSEN_WORDS = `${CHOSEN}|${CHOSEN_ELSEWHERE}|community\\s+answers?|(?:most|highly)\\s+voted\\s+answer`;

/** What the columns of options are called, with a letter or a number behind it: "Option A", "Pilihan 1". */
export const OPTION_WORDS =
  'options?|opt?|choices?|answers?(?:\\s+options?)?|alternatives?|sol|antwort(?:möglichkeit)?|r[ée]ponse|choix|proposition|respuesta|opci[oó]n|alternativa|risposta|opzione|resposta|opç[aã]o|antwoord|optie|svar|alternativ|vastaus(?:vaihtoehto)?|odpowiedź|opcja|možnost|odpověď|odpoveď|válasz|varianta?|răspuns|opcija|odgovor|вариант(?:\\s+ответа)?|ответ|варіант(?:\\s+відповіді)?|відповідь|отговор|επιλογή|απάντηση|seçenek|şık|cevap|đáp\\s+án|phương\\s+án|lựa\\s+chọn|pilihan|opsi|jawaban|ตัวเลือก|विकल्प|বিকল্প|(?:ال)?خيار|(?:ال)?اختيار|گزینه|אפשרות|תשובה|选项|選項|选择|選択肢|答案|보기|선택지';

/** What heads the answers to a whole list of questions. */
export const KEY_TITLES =
  '(?:the\\s+)?(?:correct\\s+)?(?:answers|answer\\s*(?:key|sheet)s?|solutions|keys?)|lösung(?:en)?|antworten|lösungsschlüssel|corrigés?|réponses|(?:clave\\s+de\\s+)?respuestas|soluciones|risposte|soluzioni|respostas|gabaritos?|antwoorden|oplossingen|facit|fasit|vastaukset|(?:klucz\\s+)?odpowiedzi|odpovědi|řešení|riešenia|megoldás(?:ok)?|megoldókulcs|răspunsuri|odgovori|rješenja|ответы|ключи?|відповіді|отговори|одговори|απαντήσεις|λύσεις|cevaplar|yanıtlar|cevap\\s+anahtarı|(?:bảng\\s+)?đáp\\s+án|kunci\\s+jawaban|الإجابات|الأجوبة|مفتاح\\s+الإجابة|پاسخ(?:نامه|\\s?ها)|תשובות|उत्तर(?:\\s*(?:कुंजी|माला))?|উত্তর(?:মালা|পত্র)?|เฉลย|정답(?:표|\\s+및\\s+해설)?|해답|(?:参考|參考|标准|標準)?答案(?:表|[与及]解析)?|解答(?:一覧|と解説)?|正解一覧';

/** What alone on a line heads the options. */
export const OPTIONS_WORDS =
  'options?|choices?|answer\\s+(?:options|choices)|answers|possible\\s+answers|antworten|antwortmöglichkeiten|optionen|auswahl|réponses|choix|propositions|opciones|alternativas|respuestas|opzioni|risposte|opções|antwoorden|opties|odpowiedzi|možnosti|odpovědi|варианты(?:\\s+ответов?)?|варіанти(?:\\s+відповідей)?|şıklar|seçenekler|các\\s+(?:lựa\\s+chọn|đáp\\s+án)|pilihan(?:\\s+jawaban)?|选项|選項|選択肢|보기|선택지|الخيارات|תשובות|विकल्प';

/** How a text asks without a question mark: it orders to choose or to tell. Beginnings of words, of which some have more. */
export const ORDER_WORDS =
  'which|what|select|choose|pick|identify|describe|determine|true\\s+or\\s+false|wähle|kreuze|bestimme|beschreibe|welche|choisi|coche[rz]|sélectionne|quel|elij|elige|seleccion|señal[ae]|cuál|scegli|seleziona|quale|escolh|assinale|qual|kies|selecteer|welke|välj|vilke|velg|vælg|hvilke|valitse|mikä|wybierz|zaznacz|któr|vyber|označ|kter|ktor|válasz|melyik|alege|care\\s+dintre|odaberi|izaberi|выбер|отмет|укаж|какой|какая|какие|обер|вкаж|позначте|який|избер|επιλέξ|ποι[αο]|seçin|işaretle|hangi|chọn|pilihlah|manakah|اختر|انتخاب|בחר|סמן|चुन|নির্বাচন|เลือก|ข้อใด|选择|選擇|选出|下列|以下|選んで|選びなさい|選べ|고르';

/** What the parts of a paper are called, with a number or a letter behind it. */
export const SECTION_WORDS =
  'section|part|chapter|unit|module|teil|abschnitt|kapitel|partie|parte|secci[oó]n|sezione|seção|sección|capítulo|раздел|часть|глава|розділ|частина|część|rozdział|bölüm|kısım|phần|chương|bagian|bab';

/** What a paper has before the name of its subject. */
export const SUBJECT_WORDS = 'môn(?:\\s+học)?|subject|fach|matière|asignatura|materia|предмет|mata\\s+pelajaran';
