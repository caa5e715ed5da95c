import Assessments
import Domain
import Frame
import HTTPTypes
import Operations
import People
import SiteSupport
import Testing

@Suite("Pages of assessments", .serialized)
struct AssessmentPageTests {
    private static let secret = "quietly-whispered-words"

    /// A contributor of a civil-society organisation in `aldora`, and a published, a drafted, a taken-back and a removed assessment.
    private struct Stage {
        let site: WorkspaceSite
        let member: Member
        let thing: AssessedThing
        let published: AssessmentID
        let draft: AssessmentID
        let takenBack: AssessmentID
        let removed: AssessmentID
    }

    private static let stage: Task<Stage, any Error> = Task { try await makeStage() }

    private static func makeStage() async throws -> Stage {
        let site = try await WorkspaceSite()
        guard let person = try site.home.person(.contributor).member else { throw WorkspaceError.notFound }
        let page = try await site.record.library.search(
            SearchRequest(filters: [.state: ["XAA"]], limit: 1, language: .english))
        guard let first = page.items.first?.id else { throw WorkspaceError.notFound }
        let thing = AssessedThing.recommendation(first)
        let member = Member(
            workspace: person.workspace, account: person.account, name: person.name, role: .contributor,
            institution: site.home.agency.id)
        func words(_ value: String, _ reason: String, _ scheme: StandardScheme) throws -> AssessmentDraft {
            AssessmentDraft(
                thing: thing, scheme: SchemeCode(scheme), value: value,
                day: try #require(CalendarDate("2025-06-01")),
                reasons: [AssessmentReason(language: .english, isOriginal: true, text: reason)])
        }
        let room = site.assessments
        let published = try await room.write(words("not", "Two of nine offices are open", .implementation), by: member)
            .id
        try await site.assessments.publish(published, version: 1, by: member)
        let draft = try await room.write(words("fully", secret, .uprInfo), by: member).id
        let takenBack = try await room.write(words("A", secret, .committee), by: member).id
        try await site.assessments.publish(takenBack, version: 1, by: member)
        try await site.assessments.takeBack(takenBack, version: 2, why: "We erred", by: member)
        let removed = try await room.write(words("B1", secret, .committee2013), by: member).id
        try await site.assessments.publish(removed, version: 1, by: member)
        try await site.assessments.remove(removed, .privacy, text: "Named somebody", by: site.home.keeper)
        return Stage(
            site: site, member: member, thing: thing, published: published, draft: draft,
            takenBack: takenBack, removed: removed)
    }

    @Test("Everybody reads what is published on the thing's page, its State's, its own, in list, feed, table and API")
    func shown() async throws {
        let stage = try await Self.stage.value
        for path in [stage.thing.path, "/assessments", "/assessments/\(stage.published)"] {
            let page = try await stage.site.get(path)
            #expect(page.status == 200 && page.text.contains("Not implemented"), "\(path)")
        }
        let state = try await stage.site.get("/states/XAA")
        #expect(state.text.contains("Not implemented"))
        for path in ["/assessments.csv", "/api/v1/assessments", "/api/v1\(stage.thing.path)/assessments"] {
            let file = try await stage.site.get(path)
            #expect(file.text.contains("Two of nine offices are open"), "\(path)")
        }
        let feed = try await stage.site.get("/assessments.atom")
        #expect(feed.text.contains("/assessments/\(stage.published)"))
        let own = "/assessments.atom?\(stage.thing.kind.rawValue)=\(stage.thing.id)"
        for address in [own, "/assessments.atom?state=XAA&since=2026-01-01"] {
            let narrowed = try await stage.site.get(address)
            #expect(narrowed.text.contains("/assessments/\(stage.published)"), "\(address)")
        }
        for address in ["recommendation=999999", "issue=999999", "since=2999-01-01", "state=XAB"] {
            let narrowed = try await stage.site.get("/assessments.atom?" + address)
            #expect(narrowed.status == 200 && !narrowed.text.contains("<entry"), "\(address)")
        }
        #expect(try await stage.site.get("/assessments.atom?recommendation=1&issue=1").status == 400)
        let thing = try await stage.site.get(stage.thing.path)
        #expect(thing.text.contains("type=\"application/atom+xml\" href=\"\(own)\""))
        let followed = "of=assessments&amp;\(stage.thing.kind.rawValue)=\(stage.thing.id)"
        #expect(thing.text.contains("href=\"/watch?\(followed)\""))
        let marker = try await stage.site.get("/assessments/\(stage.removed)")
        #expect(marker.text.contains("Named somebody") && marker.text.contains("without their") == false)
        let back = try await stage.site.get("/assessments/\(stage.takenBack)")
        #expect(back.text.contains("We erred"))
    }

    @Test("Words of drafts, of what was taken back and of what was removed are in nothing that anybody else is sent")
    func leaks() async throws {
        let stage = try await Self.stage.value
        let paths = [
            stage.thing.path, "/states/XAA", "/assessments", "/assessments?scheme=upr-info",
            "/assessments?scheme=committee&value=A", "/assessments?scheme=committee-2013&year=2025",
            "/assessments?current=yes", "/assessments.csv", "/assessments.atom", "/assessments/package.jsonl",
            "/assessments/\(stage.takenBack)", "/assessments/\(stage.removed)", "/api/v1/assessments",
            "/api/v1/assessments/\(stage.takenBack)", "/api/v1/assessments/\(stage.removed)",
            "/api/v1/assessments?scheme=committee", "/api/v1\(stage.thing.path)/assessments",
        ]
        let coordinator = try stage.site.home.person(.coordinator)
        let others = [
            nil, stage.site.stranger, coordinator, try stage.site.home.person(.administrator),
            try stage.site.foreign.person(.coordinator),
        ]
        for person in others {
            for path in paths {
                let reply = try await stage.site.get(path, as: person)
                #expect(reply.status == 200, "\(path)")
                #expect(!reply.text.contains(Self.secret), "\(path)")
                #expect(!reply.text.contains("/assessments/\(stage.draft)\""), "\(path)")
            }
            for path in ["/assessments/\(stage.draft)", "/api/v1/assessments/\(stage.draft)"] {
                let reply = try await stage.site.get(path, as: person)
                #expect(reply.status == 404)
            }
        }
        // A filter on what is hidden finds nothing, and counts nothing.
        let hidden = try await stage.site.get("/api/v1/assessments?scheme=committee&value=A")
        #expect(hidden.text.contains("\"total\":0"))
        for path in ["/history", "/audit", "/assessments"] {
            let page = try await stage.site.get("/workspaces/aldora\(path)", as: coordinator)
            #expect(!page.text.contains(Self.secret) && !page.text.contains("/assessments/\(stage.draft)\""))
        }
    }

    @Test("A draft changes no byte and no tag of what everybody is sent")
    func tags() async throws {
        let stage = try await Self.stage.value
        let paths = [stage.thing.path, "/assessments", "/api/v1/assessments", "/states/XAA"]
        func sent() async throws -> [String] {
            var found: [String] = []
            for path in paths {
                let reply = try await stage.site.get(path)
                found += [reply.headers[.eTag] ?? "", reply.text]
            }
            return found
        }
        let before = try await sent()
        _ = try await stage.site.assessments.write(
            AssessmentDraft(
                thing: stage.thing, scheme: SchemeCode(.implementation), value: "fully",
                day: CalendarDate("2025-07-01")!,
                reasons: [AssessmentReason(language: .french, isOriginal: true, text: Self.secret)]), by: stage.member)
        let after = try await sent()
        #expect(before == after)
    }

    @Test("Every route of a voice refuses the government's coordinator what is not her own")
    func routes() async throws {
        let stage = try await Self.stage.value
        let coordinator = try stage.site.home.person(.coordinator)
        let base = "/workspaces/aldora/assessments"
        for id in [stage.draft, stage.published] {
            for path in ["\(base)/\(id)", "\(base)/\(id)/edit"] {
                let reply = try await stage.site.get(path, as: coordinator)
                #expect(reply.status == 404, "\(path)")
            }
            for action in ["edit", "discard", "check", "publish", "take-back"] {
                let reply = try await stage.site.post(
                    "\(base)/\(id)/\(action)",
                    [
                        ("version", "2"), ("why", "No"), ("thing", stage.thing.text), ("value", "implementation:fully"),
                        ("day", "2025-01-01"),
                    ], as: coordinator)
                #expect(reply.status == 404, "\(action)")
            }
        }
        let removal = try await stage.site.post(
            "\(base)/\(stage.published)/remove", [("ground", "danger"), ("text", "No")], as: coordinator)
        #expect(removal.status == 403)
        let now = try await stage.site.assessments.published(stage.published)
        #expect(now.isCurrent && now.words?.value == "not")
    }

    @Test("A coordinator writes, publishes and takes back what the State says, through the forms")
    func forms() async throws {
        let stage = try await Self.stage.value
        let coordinator = try stage.site.home.person(.coordinator)
        let base = "/workspaces/aldora/assessments"
        let form = try await stage.site.get("\(base)/new?thing=\(stage.thing.text)", as: coordinator)
        #expect(form.status == 200 && form.text.contains("plan-status:underWay"))
        let wrong = try await stage.site.post(
            base, [("thing", stage.thing.text), ("value", "implementation:A"), ("day", "2025-05-05")], as: coordinator)
        #expect(wrong.status == 400)
        let added = try await stage.site.post(
            base,
            [
                ("thing", stage.thing.text), ("value", "implementation:fully"), ("day", "2025-05-05"),
                ("original", "en"),
                ("reason-en", "Every office is open"), ("evidenceKind-1", "document"), ("evidence-1", "DEMO/NINE/2"),
            ], as: coordinator)
        #expect(added.status == 303)
        let place = try #require(added.headers[.location]?.split(separator: "?").first.map(String.init))
        let published = try await stage.site.post("\(place)/publish", [("version", "1")], as: coordinator)
        #expect(published.status == 303)
        let page = try await stage.site.get(stage.thing.path)
        #expect(page.text.contains("They differ (Fully, partially, not):") && page.text.contains("DEMO/NINE/2"))
        let list = try await stage.site.get(base, as: coordinator)
        #expect(list.status == 200 && list.text.contains(place))
        let back = try await stage.site.post(
            "\(place)/take-back", [("version", "2"), ("why", "A count was wrong")], as: coordinator)
        #expect(back.status == 303)
        let after = try await stage.site.get(stage.thing.path)
        #expect(!after.text.contains("Every office is open") && after.text.contains("A count was wrong"))
    }

    @Test("Own schemes are made from lines of text, and the package has its page")
    func schemes() async throws {
        let stage = try await Self.stage.value
        let coordinator = try stage.site.home.person(.coordinator)
        let base = "/workspaces/aldora/assessments/schemes"
        let made = try await stage.site.post(
            base,
            [
                ("names", "en: Lamp scale\nfr: Échelle des lampes"), ("about", "en: How much light"),
                ("values", "dark | en: Dark | fr: Sombre\nlit | en: Lit | fr: Éclairé"),
            ], as: coordinator)
        #expect(made.status == 303)
        let page = try await stage.site.get(base, as: coordinator)
        #expect(page.text.contains("Lamp scale") && page.text.contains("Lit"))
        let package = try await stage.site.get("/assessments/package")
        #expect(package.status == 200 && package.text.contains("class=\"fingerprint\""))
        for path in ["/assessments?year=abc", "/api/v1/assessments?limit=0", "/assessments?after=nonsense"] {
            let reply = try await stage.site.get(path)
            #expect(reply.status == 400, "\(path)")
        }
        let unknown = try await stage.site.get("/assessments/package.jsonl?workspace=belmar")
        let missing = try await stage.site.get("/assessments/package.jsonl?workspace=nowhere")
        #expect(unknown.status == 404 && missing.status == 404)
    }

    @Test("Packages are received at the desk by coordinators of the record alone")
    func desk() async throws {
        let stage = try await Self.stage.value
        let coordinator = try stage.site.home.person(.coordinator)
        let reply = try await stage.site.get("/desk/assessments", as: coordinator)
        #expect(reply.status == 403)
        let stranger = try await stage.site.get("/desk/assessments")
        #expect(stranger.status == 401)
    }
}
