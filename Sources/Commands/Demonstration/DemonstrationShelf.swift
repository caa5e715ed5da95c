import Domain
import Practices

/// Texts of the demonstration's library. Nothing in them is real.
struct DemonstrationShelf {
    /// Who writes, reviews and adopts.
    struct People: Sendable {
        var state: Member
        var foundation: Member
        var agency: Member
        var city: Member
        var watch: Member
    }

    private let people: People

    init(_ people: People) { self.people = people }

    private static func text(
        _ language: LanguageTag, _ isOriginal: Bool, _ title: String, _ summary: String, _ worked: String
    ) -> PracticeText {
        var text = PracticeText(language: language, isOriginal: isOriginal)
        text.title = title
        text.summary = summary
        text.worked = worked
        return text
    }

    private static func money(_ amount: Int64, _ currency: String) -> Money? {
        CurrencyCode(currency).map { Money(minor: amount * $0.unit, currency: $0) }
    }

    var clerks: PracticeContent {
        var content = PracticeContent()
        content.shelf = .humanRightsEducation
        content.state = people.state.workspace.state
        content.themes = ["access-to-justice", "fair-trial", "human-rights-education"]
        content.kinds = [.training, .peerExchange]
        content.persons = ["legal-professionals"]
        content.goals = ["16"]
        content.cost = Self.money(48_000, "USD")
        content.contact = PracticeContact(office: "School of the courts (invented)", email: "school@ithavar.example")
        content.documents = [PracticeDocument(title: "Report of the first two years (invented)")]
        var english = Self.text(
            .english, true, "Court clerks teach one another the new rules of evidence",
            "Clerks who had worked with the new rules for a year taught those who were to begin, in their own courts.",
            "Each district court chose two clerks. They sat with colleagues for six afternoons, over real files without names. A year later fewer files came back for a missing statement: 9 of 100 in place of 21."
        )
        english.means = "A room in each court, and half a day a week for the two clerks."
        english.duration = "Four months to prepare, two years so far."
        english.staff = "24 clerks, a part of their time; one coordinator."
        english.evidence = "Counted by the courts themselves, from their registers."
        english.failed =
            "The first courses were held in the capital. Those from the districts could not stay for a week, and most left early."
        english.conditions = "Judges let their clerks go for the afternoon."
        english.concerned = "Clerks and registrars. People before the courts were asked what they did not understand."
        let french = Self.text(
            .french, false, "Des greffiers s’enseignent les nouvelles règles de preuve",
            "Des greffiers rodés depuis un an ont formé leurs collègues, dans leurs propres tribunaux.",
            "Chaque tribunal de district a choisi deux greffiers. Pendant six après-midi, ils ont travaillé avec leurs collègues sur de vrais dossiers, sans noms. Un an plus tard, 9 dossiers sur 100 revenaient, au lieu de 21."
        )
        content.texts = [english, french]
        return content
    }

    var market: PracticeContent {
        var content = PracticeContent()
        content.shelf = .cities
        content.state = StateCode("XAF")
        content.themes = ["migrants", "name-identity-nationality", "right-to-health"]
        content.kinds = [.institutionBuilding, .equipment]
        content.persons = ["migrants", "children"]
        content.contact = PracticeContact(office: "Oficina de atención vecinal (inventada)")
        var spanish = Self.text(
            .spanish, true, "Una mesa para recién llegados en el mercado",
            "En lugar de una oficina lejana, una mesa en el mercado donde la gente ya está.",
            "Dos personas atienden tres mañanas por semana. Ayudan a inscribir a los niños en la escuela y en el centro de salud, sin preguntar por los papeles. En un año se inscribieron 310 niños."
        )
        spanish.failed = "Al principio había un guardia junto a la mesa. Nadie se acercaba."
        spanish.conditions = "Un acuerdo escrito de que los datos no salen del municipio."
        spanish.staff = "Dos personas, media jornada; seis voluntarias."
        spanish.concerned = "Las vendedoras del mercado propusieron el lugar."
        var english = Self.text(
            .english, false, "A desk for newcomers in the market hall",
            "A desk in the market, where people are anyway, in place of an office far away.",
            "Two people are there three mornings a week. They help to enrol children in school and at the health centre and ask for no papers. In a year 310 children were enrolled."
        )
        english.failed = "At first a guard stood beside the desk. Nobody came."
        english.conditions = "A written agreement that data do not leave the city."
        content.texts = [spanish, english]
        return content
    }

    var nightLine: PracticeContent {
        var content = PracticeContent()
        content.shelf = .womenPeaceSecurity
        content.region = "demo-south"
        content.isAnonymous = true
        content.isPlaceWithheld = true
        content.themes = ["violence-against-women", "victim-support", "access-to-justice"]
        content.kinds = [.training, .funding]
        content.persons = ["women-girls"]
        content.cost = Self.money(15_500, "EUR")
        var text = Self.text(
            .english, true, "A night line that women answer for women",
            "A telephone that is answered at night, by women who know the courts and the doctors of their town.",
            "Eleven women share the nights. Whoever calls is asked what she wants, and nothing is written down without her word. Four of ten callers went to a doctor or to a court afterwards."
        )
        text.failed = "A list of names was kept in the first months, and was asked for. Since then there is none."
        text.conditions = "A telephone company that does not keep the numbers."
        text.concerned = "Those who had called answer now."
        text.duration = "Five years."
        content.texts = [text]
        return content
    }

    var visits: PracticeContent {
        var content = PracticeContent()
        content.shelf = .nationalInstitutions
        content.state = StateCode("XAH")
        content.themes = ["nhri", "places-of-detention", "torture", "detention-conditions"]
        content.kinds = [.peerExchange]
        content.persons = ["persons-deprived-of-liberty"]
        content.contact = PracticeContact(office: "Desk for exchange (invented)", email: "exchange@norrholm.example")
        var arabic = Self.text(
            .arabic, true, "زيارات مشتركة لأماكن الاحتجاز",
            "تزور مؤسستان وطنيتان أماكن الاحتجاز معًا، مرة في كل بلد.",
            "يرى الزائر ما اعتاد عليه أهل البلد. اتُّبع بعد سنتين 34 من 52 توصية صدرت عن الزيارات المشتركة.")
        arabic.failed = "كانت التقارير المشتركة تتأخر سنة. والآن تكتب كل مؤسسة تقريرها وحدها خلال شهر."
        arabic.conditions = "إذن مكتوب بدخول الزائرين من الخارج."
        var english = Self.text(
            .english, false, "Visits to places of detention, two institutions together",
            "Two national institutions visit places of detention together, once in each country.",
            "A visitor sees what those at home are used to. After two years 34 of 52 recommendations of joint visits were followed."
        )
        english.failed = "Joint reports were a year late. Now each institution writes its own within a month."
        content.texts = [arabic, english]
        return content
    }

    var wells: PracticeContent {
        var content = PracticeContent()
        content.shelf = .climate
        content.state = StateCode("XAC")
        content.themes = ["water-sanitation", "climate-change"]
        content.kinds = [.equipment, .funding]
        content.texts = [
            Self.text(
                .french, true, "Des puits décidés par les villages",
                "Les villages décident où l’on creuse, et qui entretient.",
                "Une assemblée par village, femmes et hommes séparément puis ensemble. Les puits sont encore en service."
            ),
            Self.text(
                .english, false, "Wells that villages decide on",
                "Villages decide where a well is dug, and who looks after it.",
                "One assembly in each village, women and men apart and then together. The wells are still in use."),
        ]
        return content
    }

    /// It waits for reviewers.
    var transfer: PracticeContent {
        var content = PracticeContent()
        content.shelf = .migration
        content.state = StateCode("XAF")
        content.themes = ["migrants", "right-to-education"]
        content.kinds = [.training]
        var text = Self.text(
            .english, true, "School places are kept for children who move on",
            "A child who leaves the city keeps a letter with which the next school takes it at once.",
            "The letter says what the child has learnt and nothing of its papers. 86 of 90 children were in a class again within two weeks."
        )
        text.failed = "Schools abroad did not know the letter. It has two languages now."
        content.texts = [text]
        return content
    }

    static var ships: EmergingContent {
        var content = EmergingContent()
        content.isAnonymous = true
        content.region = "demo-south"
        content.title = "Rights of families who live on ships"
        content.text =
            "Families live for years on ships that belong to no port. Children are born there whom no State registers."
        content.gap =
            "Instruments on seafarers speak of workers, those on registration of births of a State’s territory. Neither speaks of a child that is born between ports."
        content.themes = ["name-identity-nationality", "children-general"]
        content.persons = ["children", "stateless-persons"]
        content.goals = ["16"]
        return content
    }

    static var programs: EmergingContent {
        var content = EmergingContent()
        content.title = "Decisions on benefits that a program prepares"
        content.text =
            "An office follows what a program proposes. Whoever loses a benefit learns neither the reason nor whom to ask."
        content.gap =
            "Rules on fair procedure say that reasons are given; none says what a reason is where a program weighed them."
        content.themes = ["social-security", "privacy"]
        content.persons = ["persons-in-poverty"]
        return content
    }
}
