import Domain
import HTTPTypes
import Locales
import Programmes
import Screening
import SiteSupport
import Testing

@testable import Frame
@testable import ScreeningWeb

@Suite("Pages of screenings")
struct ScreeningPageTests {
    /// A public programme of the foreign workspace, screened by it and by the home workspace.
    private struct World {
        let site: WorkspaceSite
        let home: Person
        let foreign: Person
        let programme: ProgrammeID
        let id: ScreeningID

        init() async throws {
            site = try await WorkspaceSite(records: 0)
            home = try site.home.person(.coordinator)
            foreign = try site.foreign.person(.coordinator)
            let draft = ProgrammeDraft(
                identifier: "XI-TEST-1", reporterReference: "XI-TEST", reporterName: "Belmar Agency",
                reporterKind: "10", language: .english, title: "Courts in the districts",
                description: "Courts", status: "2", plannedStart: CalendarDate("2026-01-01"),
                states: DraftShare.read("XAA") ?? [], sectors: DraftShare.read("15130") ?? [], currency: "USD",
                partners: [DraftPartner(role: "1", name: "Belmar Agency")],
                isPublic: true)
            programme = try await site.programmes.add(draft, by: site.foreign.keeper)
            id = try await site.screenings.open(ScreenedSubject(.programme, programme.value), by: site.foreign.keeper)
        }

        func join() async throws {
            try await site.screenings.ask(site.home.workspace.id, into: id, by: site.foreign.keeper)
            try await site.screenings.answer(id, takesPart: true, version: 1, by: site.home.keeper)
        }
    }

    @Test("From the programme's page to answers, a difference, a risk and the summary")
    func walk() async throws {
        let world = try await World()
        let site = world.site
        let programme = "/workspaces/aldora/programmes/\(world.programme)"
        let never = try await site.get(programme, as: world.home)
        #expect(never.text.contains("Never screened."))
        try await world.join()
        let day = try await site.post(
            "/workspaces/belmar/screenings/\(world.id)/moments", [("kind", "start"), ("day", "2026-02-01")],
            as: world.foreign)
        #expect(day.status == 303)
        let place = try #require(day.headers[.location]?.split(separator: "?").first.map(String.init))
        let moment = try #require(place.split(separator: "/").last.map(String.init))
        func say(_ who: Person, _ slug: String, _ reply: String, _ reason: String) async throws {
            let base = "/workspaces/\(slug)/screenings/moments/\(moment)"
            let saved = try await site.post(
                base + "/answers",
                [
                    ("section", "core"), ("version", "0"), ("answer.core-minimum", reply),
                    ("reason.core-minimum", reason),
                ], as: who)
            #expect(saved.status == 303)
            #expect(try await site.post(base + "/hand-in", [], as: who).status == 303)
        }
        try await say(world.foreign, "belmar", "yes", "Clinics stay open <b>everywhere</b>.")
        try await say(world.home, "aldora", "partly", "Fees rose in two districts.")
        let page = try await site.get("/workspaces/aldora/screenings/moments/\(moment)", as: world.home)
        #expect(page.text.contains("The sides differ."))
        #expect(page.text.contains("Clinics stay open &lt;b&gt;everywhere&lt;/b&gt;."))
        let raised = try await site.post(
            "/workspaces/aldora/screenings/moments/\(moment)/risks",
            [("title", "Fees shut people out"), ("question", "core-minimum"), ("due", "2026-06-01")], as: world.home)
        #expect(raised.status == 303)
        let summary = try await site.get("/workspaces/belmar/screenings/\(world.id)/summary", as: world.foreign)
        #expect(summary.text.contains("Fees rose in two districts."))
        #expect(summary.text.contains("Fees shut people out"))
        #expect(!summary.text.contains("%"), "no score")
        let line = try await site.get(programme, as: world.home)
        #expect(line.text.contains("Open risks: 1."))
        let compared = try await site.get(
            "/workspaces/aldora/screenings/\(world.id)/compare?section=core", as: world.home)
        #expect(compared.text.contains("Clinics stay open"))
        let csv = try await site.get("/workspaces/aldora/screenings/\(world.id)/answers.csv", as: world.home)
        #expect(csv.text.contains("start,2026-02-01,core,core-minimum"))
        let book = try await site.get("/workspaces/aldora/screenings/\(world.id)/answers.xlsx", as: world.home)
        #expect(book.status == 200)
        let json = try await site.get("/api/v1/workspaces/aldora/screenings/\(world.id)", as: world.home)
        #expect(json.text.contains("\"answer\":\"partly\""))
    }

    @Test("What does not fit comes back with what was typed, and nobody else's screening is there")
    func troubles() async throws {
        let world = try await World()
        let site = world.site
        let stranger = try await site.get("/workspaces/aldora/screenings/\(world.id)", as: world.home)
        #expect(stranger.status == 404)
        try await world.join()
        let moment = try await site.screenings.add(
            .start, on: CalendarDate("2026-02-01"), note: "", to: world.id, by: site.home.keeper)
        let wrong = try await site.post(
            "/workspaces/aldora/screenings/moments/\(moment)/answers",
            [
                ("section", "core"), ("version", "0"), ("answer.core-minimum", "yes"),
                ("reason.core-minimum", "Typed before"), ("link.core-minimum", "ftp://example.org"),
            ], as: world.home)
        #expect(wrong.status == 400)
        #expect(wrong.text.contains("Typed before"))
        #expect(wrong.text.contains("An address begins with https:// and has no spaces."))
        let contributor = try site.home.person(.contributor)
        let list = try await site.get("/workspaces/aldora/screenings", as: contributor)
        #expect(list.text.contains("Nothing is asked of you"))
        let sheet = try await site.get("/workspaces/aldora/screenings/moments/\(moment)/answers", as: contributor)
        #expect(sheet.status == 404)
        let invited = try await site.post(
            "/workspaces/aldora/screenings/\(world.id)/contributors",
            [("account", "\(contributor.account.id.value)")], as: world.home)
        #expect(invited.status == 303)
        let open = try await site.get("/workspaces/aldora/screenings/moments/\(moment)/answers", as: contributor)
        #expect(open.text.contains("Show my name to all sides"))
        #expect(try await site.get("/workspaces/aldora/screenings/\(world.id)", as: contributor).status == 403)
    }

    @Test("Every question, every part and every piece of evidence has its words in all languages")
    func words() async throws {
        let site = try await WorkspaceSite.shared.value
        let locales = try Locales.load(from: WorkspaceSite.root + "/Resources/locales")
        for words in locales.all {
            for edition in site.screenings.questions.editions {
                for section in edition.sections {
                    #expect(words.has("screening.section.\(section.key)"), "\(words.tag) \(section.key)")
                }
                for question in edition.questions {
                    #expect(words.has("screening.question.\(question.key)"), "\(words.tag) \(question.key)")
                    #expect(words.has("screening.guide.\(question.key)"), "\(words.tag) \(question.key)")
                    for kind in question.evidence { #expect(words.has("screening.evidence.\(kind)"), "\(kind)") }
                }
            }
        }
        let service = try await site.get("/api/v1/screening-questions")
        #expect(service.text.contains("\"core-minimum\""))
    }
}
