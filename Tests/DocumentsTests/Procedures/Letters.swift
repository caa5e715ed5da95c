import Domain
import Testing

@testable import Documents

/// Invented letters to invented States about nobody.
enum Letters {
    struct Case: Sendable, CustomTestStringConvertible {
        var language: LanguageTag
        var text: DocumentText
        /// As printed.
        var names: [String]
        /// Every part by which somebody could be told.
        var parts: [String]
        var questions: Int
        var testDescription: String { language.rawValue }
    }

    static let all: [Case] = [
        Case(
            language: .english, text: english,
            names: ["Tomas Harrowgate", "Ilse van der Brook", "Okoro-Lindqvist", "Benedek Sorvino"],
            parts: [
                "Harrowgate", "Tomas", "Ilse", "Brook", "Okoro", "Lindqvist", "Benedek", "Sorvino", "HARROWGATE",
                "Quillon", "Marisol", "Tamsin",
                "brookilse",
            ], questions: 4),
        Case(
            language: .french, text: french, names: ["Aurélie Montclaret", "Youssouf Ould Bramah"],
            parts: ["Aurélie", "Montclaret", "MONTCLARET", "Youssouf", "Bramah", "Delphine", "Rochebrune"], questions: 3
        ),
        Case(
            language: .spanish, text: spanish, names: ["Rigoberto Peñalcázar Ruiz", "Ximena Tlacuilo"],
            parts: ["Rigoberto", "Peñalcázar", "Ruiz", "Ximena", "Tlacuilo", "Eusebio"], questions: 3),
        Case(
            language: .russian, text: russian, names: ["Ворожейкин", "Тихомиров"],
            parts: ["Ворожейкин", "Остап", "Тихомиров", "Лукерь"], questions: 2),
        Case(
            language: .arabic, text: arabic, names: ["سليم بن جابر الزهراوي", "هالة القرشي"],
            parts: ["سليم", "جابر", "الزهراوي", "هالة", "القرشي"], questions: 2),
        Case(
            language: .chinese, text: chinese, names: ["陈思远", "约翰·维尔莫特"],
            parts: ["陈思远", "思远", "维尔莫特", "约翰", "李慧兰", "慧兰"], questions: 2),
    ]

    static let english: DocumentText = {
        var text = Texts.word(
            """
            Mandates of the Working Group on arbitrary detention; the Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment
            Reference: AL XAA 3/2024
            12 March 2024
            Excellency,
            We have the honour to address you in our capacity as special procedures mandate holders.
            We would like to bring to the attention of your Excellency’s Government information concerning the arrest of Mr. Tomas Harrowgate, a journalist, and of his lawyer, Ms. Ilse van der Brook.
            According to the information received:
            On 3 February 2024, Mr. Harrowgate and Benedek Sorvino, known as Quillon, were taken to Rivermouth Prison. MR. HARROWGATE’s sister, Marisol, told Dr. N. Okoro-Lindqvist of it.
            We would be grateful for your observations on the following matters:
            1. Please provide the factual and legal grounds for the arrest of Mr. Tomas Harrowgate.
            2. Please explain why Mr. Harrowgate’s request for medical care, which Dr. Okoro-Lindqvist supported, was refused, and whether Benedek Sorvino may see Marisol.
            3. Please indicate how the arrest of Ms. van der Brook, who can be reached at brookilse@example.org, agrees with the Basic Principles on the Role of Lawyers: (a) as a lawyer; (b) as the counsel of HARROWGATE.
            4. Tamsin and Quillon are said to be held too; please comment on their fate.
            We would appreciate receiving a response within 60 days. Past this delay, this communication will be made public.
            While awaiting a reply, we urge that all necessary interim measures be taken to halt the alleged violations against Mr. Harrowgate and Ms. Brook.
            Please accept, Excellency, the assurances of our highest consideration.
            """)
        text.tables = [
            .init(
                line: 16,
                rows: [
                    [.init(paragraphs: ["No."]), .init(paragraphs: ["Name"])],
                    [.init(paragraphs: ["1"]), .init(paragraphs: ["Tamsin"])],
                ])
        ]
        return text
    }()

    static let french = Texts.word(
        """
        Référence : UA XAB 2/2023
        le 4 avril 2023
        Excellence,
        Nous souhaitons attirer l’attention du Gouvernement de votre Excellence sur des informations concernant Mme Aurélie Montclaret et M. Youssouf Ould Bramah, défenseurs des droits de l’homme.
        Selon les informations reçues, Mme MONTCLARET et Delphine Rochebrune ont été arrêtées.
        Nous serions reconnaissants au Gouvernement de votre Excellence de ses observations sur les points suivants :
        1. Veuillez fournir toute information complémentaire sur la situation de Mme Montclaret.
        2. Veuillez indiquer les motifs de l’arrestation de M. Ould Bramah et d’Aurélie Montclaret.
        3. Veuillez préciser où se trouve Delphine Rochebrune et quelles mesures ont été prises.
        Dans l’attente d’une réponse, nous prions instamment le Gouvernement de prendre toutes les mesures nécessaires pour protéger M. Bramah.
        Veuillez agréer, Excellence, l’assurance de notre haute considération.
        """)

    static let spanish = Texts.word(
        """
        Referencia: AL XAC 7/2022
        9 de septiembre de 2022
        Excelencia:
        Quisiéramos señalar a la atención del Gobierno de Su Excelencia la información recibida sobre el Sr. Rigoberto Peñalcázar Ruiz y la Sra. Ximena Tlacuilo.
        El hermano de la víctima, Eusebio, presentó una denuncia.
        Agradeceríamos que el Gobierno enviara sus observaciones sobre las siguientes cuestiones:
        1. Sírvase proporcionar cualquier información adicional sobre la detención del Sr. Peñalcázar.
        2. Sírvase explicar por qué Eusebio y Ximena Tlacuilo fueron citados.
        3. Sírvase indicar qué medidas protegen a la Sra. Tlacuilo y al señor Peñalcázar Ruiz.
        Agradeceríamos recibir una respuesta en un plazo de 60 días.
        Acepte, Excelencia, la expresión de nuestra más distinguida consideración.
        """)

    static let russian = Texts.word(
        """
        AL XAD 1/2021
        5 марта 2021 года
        Ваше Превосходительство,
        Мы хотели бы обратить внимание Вашего Правительства на информацию, касающуюся г-на Остапа Ворожейкина и его адвоката г-жи Лукерьи Тихомировой.
        Просим представить замечания по следующим вопросам:
        1. Просьба сообщить о причинах задержания г-на Ворожейкина и о том, почему Ворожейкину отказано во встрече с Тихомировой.
        2. Просьба пояснить, какие меры приняты для защиты Лукерьи Тихомировой.
        Мы были бы признательны за получение ответа в течение 60 дней.
        """)

    static let arabic = Texts.word(
        """
        AL XAE 2/2020
        7 حزيران/يونيه 2020
        صاحب السعادة،
        نود أن نوجه انتباه حكومة سعادتكم إلى معلومات تتعلق باعتقال السيد سليم بن جابر الزهراوي ومحاميته السيدة هالة القرشي.
        نرجو تقديم ملاحظاتكم على المسائل التالية:
        1. يرجى تقديم معلومات عن أسباب اعتقال السيد الزهراوي.
        2. يرجى توضيح التدابير المتخذة لحماية هالة القرشي وسليم الزهراوي.
        وتفضلوا سعادتكم بقبول فائق التقدير.
        """)

    static let chinese = Texts.word(
        """
        AL XAF 5/2019
        2019年6月7日
        阁下，
        我们谨提请贵国政府注意关于陈思远先生和约翰·维尔莫特先生被拘留的信息。记者李慧兰也被传唤。
        请就以下问题提出意见：
        1. 请说明拘留陈思远的法律依据。
        2. 请说明为保护约翰·维尔莫特和李慧兰采取了哪些措施。
        请接受我们最崇高的敬意。
        """)
}
