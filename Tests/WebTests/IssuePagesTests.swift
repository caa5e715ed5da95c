import Domain
import FoundationEssentials
import HTTPTypes
import Locales
import Testing

@testable import Frame
@testable import Operations
@testable import Web

@Suite("Pages of issues and repeats")
struct IssuePagesTests {
    /// The issues of the State that has the nth most records, largest first. Each test decides on a State of its own.
    private func issues(ofState place: Int) async throws -> (site: TestSite, items: [IssueSummary]) {
        let site = try await TestSite.shared.value
        let overview = try await site.responder.site.overview()
        let state = StateCode(overview.states.values[place].value)
        _ = try await site.record.issues.refresh(state)
        return (site, try await site.record.issues.list(state).items)
    }

    private func version(_ text: String) -> String {
        text.components(separatedBy: "name=\"version\" value=\"").dropFirst().first
            .map { String($0.prefix { $0 != "\"" }) } ?? ""
    }

    @Test("The list says whose opinion it is, how to correct it, and how often issues came back")
    func list() async throws {
        let (site, items) = try await issues(ofState: 0)
        let first = try #require(items.first)
        let address = "/states/\(first.issue.state.rawValue)/issues"
        let text = try await site.get(address + "?lang=en").text
        #expect(text.contains("this program’s opinion"))
        #expect(text.contains("sign in as one"))
        #expect(text.contains("href=\"/issues/\(first.issue.id)?lang=en\""))
        #expect(text.contains("after the State had noted"))
        let repeated = items.filter { $0.repeatClass == .repeated }.count
        let narrowed = try await site.get(address + "?lang=en&class=repeated&cycle=&theme=").text
        #expect(narrowed.contains(repeated == 1 ? ">1 issue<" : ">\(repeated) issues<"))
        #expect(try await site.get(address + "?class=often").status == 400)
        #expect(try await site.get("/states/XAA/issues?from=100000&lang=en").status == 200)
    }

    @Test("An issue says why its members stand together; strangers and focal points get no forms, coordinators do")
    func forms() async throws {
        let (site, items) = try await issues(ofState: 0)
        let id = try #require(items.first).issue.id
        let stranger = try await site.get("/issues/\(id)?lang=en").text
        #expect(stranger.contains("Why these stand together"))
        #expect(stranger.contains("the program’s opinion"))
        #expect(!stranger.contains("method=\"post\""))
        let asked = try await site.get("/issues/\(id)?lang=en&do=merge").text
        #expect(!asked.contains("method=\"post\""))
        let focal = try await TestPerson.focalPoint.value
        #expect(!(try await focal.get("/issues/\(id)?lang=en&do=rename").text).contains("/issues/\(id)/rename"))
        #expect(try await focal.post("/issues/\(id)/rename", [("version", "1"), ("name", "Mine")]).status == 403)
        let person = try await TestPerson.coordinator.value
        for doing in IssueQuestion.Doing.allCases {
            let page = try await person.get("/issues/\(id)?lang=ar&do=\(doing.rawValue)")
            #expect(page.text.contains("action=\"/issues/\(id)/\(doing.rawValue)"))
            #expect(PageCheck(html: page.text).problems(language: "ar", direction: "rtl") == [])
            #expect(page.headers[.cacheControl] == "no-store")
        }
        #expect(try await person.post("/issues/\(id)/rename", [("name", "No")], token: "x").status == 403)
    }

    @Test("A new name is shown; one given on an old version is refused, and stays typed; a decision can be taken back")
    func renaming() async throws {
        let (site, items) = try await issues(ofState: 1)
        let id = try #require(items.first).issue.id
        let person = try await TestPerson.coordinator.value
        let old = version(try await person.get("/issues/\(id)?do=rename&lang=en").text)
        let reply = try await person.post(
            "/issues/\(id)/rename?lang=en", [("version", old), ("name", "Lanterns <for> all")])
        #expect(reply.status == 303)
        let page = try await person.get(reply.headers[.location] ?? "").text
        #expect(page.contains("Lanterns &lt;for&gt; all</h1>"))
        #expect(page.contains("The program’s name for it"))
        let stale = try await person.post(
            "/issues/\(id)/rename?lang=en", [("version", old), ("name", "Lanterns for some")])
        #expect(stale.status == 409)
        #expect(stale.text.contains("value=\"Lanterns for some\""))
        #expect(stale.text.contains("has changed since you opened it"))
        let empty = try await person.post("/issues/\(id)/rename?lang=en", [("version", old), ("name", " ")])
        #expect(empty.status == 422)
        _ = try await site.record.issues.refresh(items[0].issue.state)
        let list = try await site.get("/states/\(items[0].issue.state.rawValue)/issues?lang=en").text
        #expect(list.contains("Lanterns &lt;for&gt; all"))
        let decision = try #require(try await site.record.issues.issue(id).decisions.first)
        let back = try await person.post("/issues/\(id)/reverse?lang=en", [("decision", "\(decision.id)")])
        #expect(back.status == 303)
        #expect(!(try await person.get("/issues/\(id)?lang=en").text).contains("Lanterns &lt;for&gt; all</h1>"))
    }

    @Test("What was moved stays where it was put; a merged issue leads to where it went")
    func movingAndJoining() async throws {
        let (site, items) = try await issues(ofState: 2)
        let from = try #require(items.first { $0.count > 1 })
        let to = try #require(items.last { $0.issue.id != from.issue.id })
        let person = try await TestPerson.coordinator.value
        let page = try await site.record.issues.issue(from.issue.id)
        let subject = try #require(page.members.last).record.id
        let form = try await person.get("/issues/\(from.issue.id)?do=move&r=\(subject)&lang=en").text
        #expect(form.contains("<option value=\"\(to.issue.id)\""))
        let nowhere = try await person.post(
            "/issues/\(from.issue.id)/move?lang=en", [("version", version(form)), ("r", "\(subject)"), ("to", "")])
        #expect(nowhere.status == 422)
        let moved = try await person.post(
            "/issues/\(from.issue.id)/move?lang=en",
            [("version", version(form)), ("r", "\(subject)"), ("to", "\(to.issue.id)")])
        #expect(moved.status == 303)
        _ = try await site.record.issues.refresh(from.issue.state)
        #expect(try await site.record.issues.issues(of: subject).map(\.issue.id) == [to.issue.id])
        let target = try await person.get("/issues/\(to.issue.id)?lang=en").text
        #expect(target.contains("A person put it here."))
        let record = try await site.get("/recommendations/\(subject)?lang=en").text
        #expect(record.contains("href=\"/issues/\(to.issue.id)?lang=en\""))

        let merge = try await person.get("/issues/\(to.issue.id)?do=merge&lang=en").text
        let joined = try await person.post(
            "/issues/\(to.issue.id)/merge?lang=en", [("version", version(merge)), ("into", "\(from.issue.id)")])
        #expect(joined.status == 303)
        let gone = try await site.get("/issues/\(to.issue.id)?lang=en")
        #expect(gone.status == 303)
        let there = gone.headers[.location] ?? ""
        #expect(there.hasPrefix("/issues/\(from.issue.id)?"))
        #expect(try await site.get(there).text.contains("became part of this one"))
    }

    @Test("Some members become an issue of their own; keeping one where it is is shown")
    func dividingAndKeeping() async throws {
        let (site, items) = try await issues(ofState: 3)
        let issue = try #require(items.first { $0.count > 1 }).issue.id
        let person = try await TestPerson.coordinator.value
        let members = try await site.record.issues.issue(issue).members.map(\.record.id)
        let form = try await person.get("/issues/\(issue)?do=split&lang=en").text
        #expect(form.contains("name=\"member\" value=\"\(members[0])\""))
        let none = try await person.post("/issues/\(issue)/split?lang=en", [("version", version(form)), ("name", "X")])
        #expect(none.status == 422)
        #expect(none.text.contains("value=\"X\""))
        let made = try await person.post(
            "/issues/\(issue)/split?lang=en",
            [("version", version(form)), ("name", "Harbour lights"), ("member", "\(members[0])")])
        #expect(made.status == 303)
        let new = try await person.get(made.headers[.location] ?? "").text
        #expect(new.contains("Harbour lights</h1>"))
        #expect(new.contains("this is the new issue"))
        let rest = try await person.get("/issues/\(issue)?lang=en").text
        let kept = try await person.post(
            "/issues/\(issue)/pin?lang=en", [("version", version(rest)), ("pin", "\(members[1])")])
        #expect(kept.status == 303)
        #expect(
            try await person.get("/issues/\(issue)?lang=en").text.contains("name=\"unpin\" value=\"\(members[1])\""))
    }

    @Test("Repeats count what the search finds, and keep the question")
    func repeats() async throws {
        let site = try await TestSite.shared.value
        let search = try await site.get("/search?q=children&position=supported&lang=en")
        #expect(search.text.contains("/repeats?q=children&amp;position=supported&amp;lang=en"))
        let page = try await site.get("/repeats?q=children&position=supported&lang=en")
        let total = try await site.record.library.search(
            SearchRequest(query: "children", filters: [.position: ["supported"]], limit: 1)
        ).total
        #expect(page.text.contains(">\(site.responder.site.locales.english.number(total))</a>"))
        #expect(
            PageCheck(html: page.text).links.contains { $0.hasPrefix("/search?q=children&position=supported&cycle=") })
        let none = try await site.get("/repeats?q=xylophonist&lang=en")
        #expect(none.status == 200)
        #expect(none.text.contains("Nothing matches"))
    }

    @Test("Every class, demand, decision and form that issues show has its words")
    func words() async throws {
        let words = try await TestSite.shared.value.responder.site.locales.english
        var keys = RepeatClass.allCases.flatMap { ["repeatClass.\($0.rawValue)", "repeatClassText.\($0.rawValue)"] }
        keys += Demand.allCases.map { "demand.\($0.rawValue)" }
        keys += IssueDecision.Action.allCases.map { "issueDecision.\($0.rawValue)" }
        keys += IssueQuestion.Said.allCases.map { "issueSaid.\($0.rawValue)" }
        keys += IssueQuestion.Doing.allCases.flatMap { doing in
            ["title", "text", "button"].map { "issueForm.\(doing.rawValue).\($0)" }
        }
        keys += IssuesQuestion.Sort.allCases.map { "issues.sort.\($0.rawValue)" }
        #expect(keys.filter { !words.has($0) } == [])
    }
}
