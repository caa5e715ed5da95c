import Domain
import Frame
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Operations
import People
import SiteSupport
import Store
import Submissions
import Synchronization
import Testing

@Suite("What submissions refuse, and what stays whole", .serialized)
struct SubmissionRefusalTests {
    private static let phrase = "seven herons cross the quiet bay"

    /// A site with a recipient that receives.
    private struct Place: Sendable {
        let site: WorkspaceSite
        let institution: InstitutionID
        let contributor: Person
        let warden: Person

        init() async throws {
            site = try await WorkspaceSite(records: 3)
            institution = try await Institutions(site.workspaces.store).add(
                "Human Rights Commission", kind: .humanRightsInstitution, abbreviation: nil, by: site.home.keeper
            ).id
            var person = try site.home.person(.contributor)
            try await site.workspaces.put(person.account.id, .contributor, institution, by: site.home.keeper)
            person.member = try await site.workspaces.member(person.account, in: "aldora")
            contributor = person
            warden = try await Person(named: "warden", site.responder.site.accounts, .coordinator)
            let member = try #require(person.member)
            let key = try await site.submissions.makeKey(phrase: SubmissionRefusalTests.phrase, by: member)
            var settings = try #require(try await site.submissions.settings(member))
            settings.fingerprintAddress = "https://commission.example/key"
            try await site.submissions.set(settings, by: member)
            try await site.submissions.admit(institution, fingerprint: key.fingerprint, by: warden.account)
        }

        func count(_ table: String) async throws -> Int {
            try await site.record.database.read { try $0.count("SELECT COUNT(*) FROM \(table)") }
        }
    }

    private static let place = Task { try await Place() }

    @Test("What is published and the word of it are one: where the second cannot be written, the first is not there")
    func together() async throws {
        let place = try await Self.place.value
        let (site, person) = (place.site, place.contributor)
        var draft = SubmissionDraft()
        draft.recipients = [place.institution]
        draft.kind = .assessment
        draft.standing = SealedNote.Standing.none
        draft.text = "The school was closed."
        draft.consent = .text
        draft.understands = true
        draft.recommendation = try await site.record.library.search(SearchRequest()).items.first?.id.value
        try await site.submissions.submit(draft)
        let member = try #require(person.member)
        let key = try #require(try await site.submissions.keyRing(member).current)
        _ = try await site.post(
            "/workspaces/aldora/submissions/unlock", [("key", "\(key.id)"), ("phrase", Self.phrase)], as: person)
        let thread = try #require(try await site.submissions.threads(member).first?.id)
        let form = [("text", "The school stayed closed."), ("value", "not")]
        let tables = ["assessment_said", "submission_message", "audit_entry", "field_change"]
        var before: [Int] = []
        for table in tables { before.append(try await place.count(table)) }
        try await site.record.database.write {
            try $0.execute(
                """
                CREATE TRIGGER broken BEFORE INSERT ON submission_message BEGIN SELECT RAISE(ABORT, 'broken'); END
                """)
        }
        let path = "/workspaces/aldora/submissions/threads/\(thread)/publish"
        #expect(try await site.post(path, form, as: person).status == 500)
        for (table, count) in zip(tables, before) { #expect(try await place.count(table) == count, "\(table)") }
        #expect(!(try await site.get("/assessments")).text.contains("stayed closed"))
        try await site.record.database.write { try $0.execute("DROP TRIGGER broken") }
        #expect(try await site.post(path, form, as: person).status == 303)
        #expect(try await place.count("submission_message") == before[1] + 1)
    }

    @Test(
        "A file that stands before the answer of its form is not taken, and one over its limit is not read to the end")
    func fileFirst() async throws {
        let place = try await Self.place.value
        let threads = try await place.count("submission_thread")
        let head = "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n"
        let small = Pieces([head, "words", "\r\n--edge--\r\n"])
        #expect(try await Self.send(small, place.site) == 403)
        // Far more than is taken: what comes after the limit is never asked for.
        let piece = String(repeating: "w", count: 1 << 20)
        let large = Pieces([head] + Array(repeating: piece, count: 200))
        #expect(try await Self.send(large, place.site) == 413)
        #expect(large.given.withLock { $0 } <= 13)
        #expect(try await place.count("submission_thread") == threads)
    }

    /// A body that is made as it is asked for.
    private final class Pieces: AsyncSequence, AsyncIteratorProtocol, Sendable {
        private let pieces: [String]
        let given = Mutex(0)

        init(_ pieces: [String]) { self.pieces = pieces }

        func makeAsyncIterator() -> Pieces { self }

        func next() async throws -> ByteBuffer? {
            let place = given.withLock { number in
                number += 1
                return number - 1
            }
            return place < pieces.count ? ByteBuffer(string: pieces[place]) : nil
        }
    }

    private static func send(_ pieces: Pieces, _ site: WorkspaceSite) async throws -> Int {
        var fields = HTTPFields()
        fields[.contentType] = "multipart/form-data; boundary=edge"
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/submit/new", headerFields: fields)
        let request = Request(head: head, body: RequestBody(asyncSequence: pieces))
        return await site.responder.respond(to: request, logger: Logger(label: "tests")).status.code
    }

    @Test("No address of a desk tells anybody else whether a thread is there")
    func closed() async throws {
        let place = try await Self.place.value
        let site = place.site
        var draft = SubmissionDraft()
        draft.recipients = [place.institution]
        draft.text = "Words for one alone."
        draft.understands = true
        try await site.submissions.submit(draft)
        let member = try #require(place.contributor.member)
        let thread = try #require(try await site.submissions.threads(member).first?.id)
        let union = try await Institutions(site.workspaces.store).add(
            "Harbour Union", kind: .civilSociety, abbreviation: nil, by: site.home.keeper)
        let partner = try site.home.person(.partner)
        try await site.workspaces.put(partner.account.id, .partner, union.id, by: site.home.keeper)
        let desk = site.routes.filter { $0.pattern.hasPrefix("/workspaces/{workspace}/submissions/threads/") }
        #expect(desk.count == 5)
        let people: [(Person?, Int)] = [
            (nil, 401), (site.stranger, 404), (try site.foreign.person(.administrator), 404),
            (try site.foreign.person(.contributor), 404), (try site.home.person(.administrator), 403),
            (try site.home.person(.coordinator), 403), (try site.home.person(.focalPoint), 403),
        ]
        for route in desk {
            func send(_ id: Int64, _ person: Person?) async throws -> Reply {
                let path = route.pattern.replacing("{workspace}", with: "aldora").replacing("{id}", with: "\(id)")
                    .replacing("{number}", with: "1").replacing("{place}", with: "1")
                guard route.method != .read else { return try await site.get(path, as: person) }
                let form = [
                    ("text", "Mine"), ("status", "erased"), ("sure", "yes"), ("version", "1"), ("value", "not"),
                ]
                return try await site.post(path, form, as: person)
            }
            for (person, status) in people {
                #expect(try await send(thread, person).status == status, "\(route.name)")
            }
            let (here, nowhere) = (try await send(thread, partner), try await send(thread ^ 1, partner))
            #expect(here.status == nowhere.status && here.status != 200, "\(route.name)")
            #expect(!here.text.contains("Words for one alone"), "\(route.name)")
        }
        #expect(try await site.submissions.threads(member).contains { $0.id == thread && $0.status == .open })
        let audit = try await site.get("/workspaces/aldora/audit", as: try site.home.person(.administrator))
        #expect(audit.status == 200 && !audit.text.contains("\(thread)"))
    }

    @Test("An admission is taken back by its button, the form says so, and the desk says who waits and why")
    func takenBack() async throws {
        let place = try await Place()
        let (site, warden) = (place.site, place.warden)
        #expect(!(try await site.get("/desk", as: warden)).text.contains("waits for its key to be compared"))
        let fields = [("institution", "\(place.institution)")]
        let path = "/desk/recipients/suspend"
        #expect(try await site.post(path, fields, as: warden).status == 400)
        #expect(try await site.post(path, fields + [("sure", "yes")], as: place.contributor).status == 403)
        #expect(try await site.get("/submit/new").text.contains("name=\"recipient\""))
        #expect(try await site.post(path, fields + [("sure", "yes")], as: warden).status == 303)
        let form = try await site.get("/submit/new").text
        #expect(!form.contains("name=\"recipient\""))
        #expect(form.contains("took back that it receives submissions"))
        #expect(try await site.get("/desk", as: warden).text.contains("waits for its key to be compared"))
        let list = try await site.get("/desk/recipients", as: warden).text
        #expect(list.contains("somebody who runs this installation took its admission back"))
        let keys = try await site.get("/workspaces/aldora/submissions/keys", as: place.contributor).text
        #expect(keys.contains("took back that your institution receives submissions"))
    }
}
