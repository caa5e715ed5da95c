import Domain
import Reference

/// Words with a capital that are no names of persons: States, treaties, mandates, institutions, months.
struct SafeWords: Sendable {
    private let words: Set<String>
    /// Words that are also persons' names; beside an unknown word they belong to it.
    private let ambiguous: Set<String>

    init(_ reference: ReferenceFacts) {
        var words = Self.common
        var places: Set<String> = []
        for mechanism in reference.mechanisms where mechanism.kind != .own {
            for language in mechanism.names.languages { Self.add(mechanism.names[language], to: &words) }
            for alias in mechanism.aliases { Self.add(alias, to: &words) }
            if let acronym = mechanism.acronym { Self.add(acronym, to: &words) }
        }
        for treaty in reference.treaties {
            for language in treaty.names.languages { Self.add(treaty.names[language], to: &words) }
        }
        for state in reference.states {
            for language in state.names.languages { Self.add(state.names[language], to: &places) }
            for alias in state.aliases { Self.add(alias, to: &places) }
        }
        self.words = words
        ambiguous = places.subtracting(Self.common).union(Self.surnames)
    }

    func isSafe(_ key: String) -> Bool { words.contains(key) || ambiguous.contains(key) || Self.months.contains(key) }
    /// Safe alone, but perhaps a part of a name beside another.
    func isAmbiguous(_ key: String) -> Bool { ambiguous.contains(key) || Self.months.contains(key) }

    private static func add(_ name: String, to words: inout Set<String>) {
        for word in LetterWord.all(in: name) { words.insert(word.key) }
    }

    /// Words of institutions that are surnames too.
    private static let surnames: Set<String> = keys(
        "law young north south east west northern long justice page price king rose grace hope faith chance ley cruz mercedes dolores paz"
    )

    private static let months: Set<String> = keys(
        """
        january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday
        sunday janvier fevrier avril juin juillet aout novembre decembre enero febrero marzo mayo junio julio agosto septiembre octubre noviembre
        diciembre
        """)

    private static let common: Set<String> = keys(
        """
        excellency excellencys government governments state states party parties minister ministry ministries president prime secretary general
        united nations human rights council office high commissioner special rapporteur rapporteurs working group independent expert experts
        mandate mandates procedures procedure branch universal declaration covenant covenants convention conventions protocol optional
        international civil political economic social cultural article articles rule rules principles guidelines basic annex reference
        resolution resolutions constitution constitutional criminal penal code act law decree court courts supreme high appeal tribunal
        prosecutor attorney public police security national intelligence service services force forces army military prison detention
        centre center hospital university school department directorate agency committee commission ombudsman institution mission permanent
        representative ambassador embassy geneva new york northern southern eastern western north south east west central republic kingdom
        federation islamic arab democratic peoples union european african american latin asia africa europe america amnesty
        al ua ol jal jua jol un ohchr hrc ngo ngos iccpr icescr cedaw cat crc crpd cerd ced cmw udhr icerd upr wgad wgeid hiv aids lgbt lgbti
        sms pdf i ii iii iv v vi vii viii ix x covid
        excellence gouvernement état états partie nations unies droits homme conseil rapporteur rapporteuse spécial spéciale groupe travail
        expert experte indépendant indépendante haut commissariat pacte déclaration universelle traité constitution loi code pénal ministère
        ministre président présidente république royaume cour tribunal police prison annexe genève
        excelencia gobierno estado estados parte naciones unidas derechos humanos consejo relator relatora especial grupo trabajo experto experta
        independiente alto comisionado pacto declaración universal tratado constitución ley código penal ministerio ministro presidente presidenta
        república reino corte tribunal policía cárcel prisión anexo ginebra fiscalía
        ваше превосходительство превосходительства правительство правительства правительству правительством вашего вашему организация организации
        объединенных наций совет совета права прав человека специальный специального докладчик докладчика рабочая группа группы независимый эксперт
        верховный верховного комиссар комиссара управление пакт пакта конвенция конвенции всеобщая всеобщей декларация декларации конституция
        конституции закон закона кодекс кодекса уголовный уголовного министерство министр министра президент республика республики суд суда
        полиция полиции приложение женева женеве государство государства
        please kindly we our the this these those what when where why how which who whether in on at for from with without if as while it is are was
        were has have and or but to of by an a any all each such also further finally accordingly therefore provide indicate explain describe
        clarify ensure take inform your you he she they their his her there during after before following according since pending since given
        under it should must may can could would please additional information detail details
        veuillez merci nous notre votre vous le la les un une des du de et ou en dans pour par sur si au aux ce cet cette ces il elle ils elles fournir
        indiquer expliquer décrire préciser donner quelles quels quel quelle quand où comment pourquoi selon afin tout toute toutes tous
        sírvase sírvanse nosotros nuestro su sus el los las una unos y o en para por con sin si al del este esta estos estas proporcione
        proporcionar indique explique describa aclare qué cuál cuáles cuándo dónde cómo quién según además asimismo todo toda
        просим просьба пожалуйста мы наш ваш вы он она они и или в на по с без если для от из о об при что какие какой какая каким когда где как кто
        почему предоставьте предоставить сообщите укажите поясните опишите также кроме до после согласно все
        """)

    private static func keys(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map { LetterWord.key($0) })
    }
}
