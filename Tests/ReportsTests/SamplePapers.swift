import Domain
import Reports

/// The same paper in six languages, in words of our own about invented States.
enum SamplePapers {
    struct Words {
        var organs: [String]
        var title: String
        var subtitle: String
        var headings: [String]
        var sentence: String
        var noteText: String
        var item: String
        var annex: String
        var caption: String
        var columns: [String]
        var mark: String
    }

    static let quotation = "Build clinics in every district & keep them <open>"

    static func paper(_ language: LanguageTag, paragraphs: Int = 24, rows count: Int = 40) -> Paper {
        let words = all[language] ?? all[.english]!
        var blocks: [PaperBlock] = [.heading(level: 1, [PaperRun(words.headings[0])])]
        for number in 1...paragraphs {
            if number == paragraphs / 3 { blocks.append(.heading(level: 2, [PaperRun(words.headings[1])])) }
            if number == paragraphs / 2 { blocks.append(.heading(level: 1, [PaperRun(words.headings[2])])) }
            let text = words.sentence.replacing("#", with: "\(1_000 + number)")
            let note = number % 5 == 0 ? [PaperRun(words.noteText.replacing("#", with: "\(2_000 + number)"))] : nil
            blocks.append(.paragraph(PaperParagraph([PaperRun(text + " "), PaperRun(text, footnote: note)])))
            if number == 3 {
                blocks.append(.paragraph(PaperParagraph([PaperRun(words.item + " 3001")], numbering: .item)))
                blocks.append(.paragraph(PaperParagraph([PaperRun(words.item + " 3002")], numbering: .item)))
                blocks.append(.quotation([PaperRun(quotation, style: .emphasis, language: .english)]))
            }
            if number == 7 {
                blocks.append(
                    .paragraph(PaperParagraph([PaperRun(words.item + " 3003")], numbering: .given("127.14"))))
            }
        }
        let rows = (1...count).map { row in
            [
                [PaperRun("127.\(row)")], [PaperRun(words.item + " \(4_000 + row)")],
                [
                    PaperRun(
                        "\(row * 3)", footnote: row == 2 ? [PaperRun(words.noteText.replacing("#", with: "2999"))] : nil
                    )
                ],
            ]
        }
        let table = PaperTable(
            caption: words.caption,
            columns: [
                .init(words.columns[0], share: 1), .init(words.columns[1], share: 4),
                .init(words.columns[2], isNumber: true, share: 1),
            ], rows: rows, note: [PaperRun(words.item + " 5001")])
        return Paper(
            language: language, organs: words.organs, symbol: "A/HRC/WG.6/99/XAA/1",
            date: CalendarDate(year: 2026, month: 5, day: 3), distribution: nil, original: .english, mark: words.mark,
            title: words.title, subtitle: words.subtitle, blocks: blocks,
            annexes: [PaperAnnex(title: words.annex, blocks: [.table(table)])])
    }

    static let all: [LanguageTag: Words] = [
        .english: Words(
            organs: ["General Assembly", "Human Rights Council", "Working Group on the Universal Periodic Review"],
            title: "National report submitted in accordance with Human Rights Council resolutions 5/1 and 16/21",
            subtitle: "Aldora", headings: ["Introduction", "How the report was prepared", "Implementation"],
            sentence:
                "Act No. # on the protection of families was passed after consultations in all nine districts, and it is "
                + "in force since the first day of the year.",
            noteText: "Official Gazette, No. #.", item: "Clinics in the northern districts",
            annex: "Recommendations and what was done", caption: "Clinics by recommendation",
            columns: ["Paragraph", "Measure", "Clinics"], mark: "Draft, not approved"),
        .french: Words(
            organs: [
                "Assemblée générale", "Conseil des droits de l’homme",
                "Groupe de travail sur l’Examen périodique universel",
            ],
            title: "Rapport national soumis conformément aux résolutions 5/1 et 16/21 du Conseil des droits de l’homme",
            subtitle: "Aldora", headings: ["Introduction", "Élaboration du rapport", "Mise en œuvre"],
            sentence:
                "La loi nº # relative à la protection des familles a été adoptée après des consultations dans les neuf "
                + "districts ; elle est en vigueur depuis le premier jour de l’année.",
            noteText: "Journal officiel, nº #.", item: "Dispensaires dans les districts du nord",
            annex: "Recommandations et mesures prises", caption: "Dispensaires par recommandation",
            columns: ["Paragraphe", "Mesure", "Nombre"], mark: "Projet non approuvé"),
        .spanish: Words(
            organs: [
                "Asamblea General", "Consejo de Derechos Humanos",
                "Grupo de Trabajo sobre el Examen Periódico Universal",
            ],
            title:
                "Informe nacional presentado con arreglo a las resoluciones 5/1 y 16/21 del Consejo de Derechos Humanos",
            subtitle: "Aldora", headings: ["Introducción", "Preparación del informe", "Aplicación"],
            sentence:
                "La Ley núm. # de protección de las familias se aprobó tras celebrar consultas en los nueve distritos y está "
                + "en vigor desde el primer día del año.",
            noteText: "Boletín Oficial, núm. #.", item: "Consultorios en los distritos del norte",
            annex: "Recomendaciones y medidas adoptadas", caption: "Consultorios por recomendación",
            columns: ["Párrafo", "Medida", "Número"], mark: "Borrador sin aprobar"),
        .russian: Words(
            organs: [
                "Генеральная Ассамблея", "Совет по правам человека",
                "Рабочая группа по универсальному периодическому обзору",
            ],
            title:
                "Национальный доклад, представленный в соответствии с резолюциями 5/1 и 16/21 Совета по правам человека",
            subtitle: "Альдора", headings: ["Введение", "Подготовка доклада", "Осуществление"],
            sentence:
                "Закон № # о защите семьи был принят после консультаций во всех девяти округах и действует с первого дня "
                + "этого года.",
            noteText: "Официальный вестник, № #.", item: "Клиники в северных округах",
            annex: "Рекомендации и принятые меры", caption: "Клиники по рекомендациям",
            columns: ["Пункт", "Мера", "Число"], mark: "Проект, не утверждён"),
        .arabic: Words(
            organs: ["الجمعية العامة", "مجلس حقوق الإنسان", "الفريق العامل المعني بالاستعراض الدوري الشامل"],
            title: "تقرير وطني مقدم وفقاً لقراري مجلس حقوق الإنسان 5/1 و16/21", subtitle: "ألدورا",
            headings: ["مقدمة", "إعداد التقرير", "التنفيذ"],
            sentence:
                "صدر القانون رقم # المتعلق بحماية الأسرة بعد مشاورات في المقاطعات التسع جميعها، وهو نافذ منذ اليوم الأول من السنة.",
            noteText: "الجريدة الرسمية، العدد #.", item: "العيادات في المقاطعات الشمالية",
            annex: "التوصيات والتدابير المتخذة",
            caption: "العيادات بحسب التوصية", columns: ["الفقرة", "التدبير", "العدد"], mark: "مشروع غير معتمد"),
        .chinese: Words(
            organs: ["大会", "人权理事会", "普遍定期审议工作组"], title: "根据人权理事会第5/1号和第16/21号决议提交的国家报告",
            subtitle: "阿尔多拉", headings: ["导言", "报告的编写", "执行情况"],
            sentence: "关于保护家庭的第#号法律经在全部九个区进行磋商后获得通过，自今年第一天起生效。", noteText: "《官方公报》，第#号。",
            item: "北部各区的诊所", annex: "建议和已采取的措施", caption: "按建议分列的诊所", columns: ["段次", "措施", "数目"],
            mark: "草稿，未经核准"),
    ]
}
