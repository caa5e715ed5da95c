import Domain
import Frame
import HTTPTypes
import People
import SiteSupport
import Submissions
import Testing

struct SubmissionPageTests {
    @Test(
        "A submission goes by its form without a cookie, is read at the desk and answered, and comes back with the receipt"
    )
    func wholeWay() async throws {
        let site = try await WorkspaceSite(records: 3)
        let institution = try await Institutions(site.workspaces.store).add(
            "Human Rights Commission", kind: .humanRightsInstitution, abbreviation: nil, by: site.home.keeper)
        let contributor = try site.home.person(.contributor)
        try await site.workspaces.put(contributor.account.id, .contributor, institution.id, by: site.home.keeper)
        let phrase = "seven herons cross the quiet bay"
        let made = try await site.post(
            "/workspaces/aldora/submissions/keys/make", [("phrase", phrase), ("again", phrase)], as: contributor)
        #expect(made.status == 303)
        let refused = try await site.get("/submit/new")
        #expect(!refused.text.contains("name=\"recipient\""))
        let keys = try await site.get("/workspaces/aldora/submissions/keys", as: contributor)
        let fingerprint = try #require(keys.text.firstMatch(of: /<code class="fingerprint"[^>]*>([^<]+)</)?.1)
        try await site.admit(institution.id, String(fingerprint), contributor)
        let form = try await site.get("/submit/new")
        #expect(form.status == 200)
        #expect(form.headers[.setCookie] == nil)
        #expect(form.headers[.cacheControl] == "no-store")
        #expect(!form.text.contains("<script"))
        let sent = try await site.multipart(
            "/submit/new", try Self.filled(form.text, institution.id, "The school was closed."))
        let receipt = try #require(sent.text.firstMatch(of: /<code>([0-9 ]{19})<\/code>/)?.1)
        let key = try #require(
            try await site.get("/workspaces/aldora/submissions", as: contributor).text
                .firstMatch(of: /<option value="([0-9]+)"/)?.1)
        let locked = try await site.get("/workspaces/aldora/submissions/threads/1", as: contributor)
        #expect(locked.status == 303)
        _ = try await site.post(
            "/workspaces/aldora/submissions/unlock", [("key", String(key)), ("phrase", phrase)], as: contributor)
        let desk = try await site.get("/workspaces/aldora/submissions", as: contributor)
        let thread = try #require(desk.text.firstMatch(of: /submissions\/threads\/([0-9]+)/)?.1)
        let opened = try await site.get("/workspaces/aldora/submissions/threads/\(thread)", as: contributor)
        #expect(opened.text.contains("The school was closed."))
        let answered = try await site.post(
            "/workspaces/aldora/submissions/threads/\(thread)/answer", [("text", "Which school?")], as: contributor)
        #expect(answered.status == 303)
        let back = try await site.bare("/submit/thread", "receipt=\(receipt.filter { $0 != " " })")
        #expect(back.text.contains("Which school?"))
        #expect(!back.text.contains("The school was closed."))
        let withdrawn = try await site.bare(
            "/submit/thread/withdraw", "sure=yes&receipt=\(receipt.filter { $0 != " " })")
        #expect(withdrawn.status == 200)
        let gone = try await site.get("/workspaces/aldora/submissions/threads/\(thread)", as: contributor)
        #expect(!gone.text.contains("The school was closed."))
        let metrics = try await site.get("/metrics")
        #expect(!metrics.text.contains("submi"))
    }

    @Test("A form that lacks something comes back with its words and says what is missing")
    func lacking() async throws {
        let site = try await WorkspaceSite.shared.value
        let form = try await site.get("/submit/new")
        let reply = try await site.multipart(
            "/submit/new", try Self.filled(form.text, nil, "A long enough text of mine."))
        #expect(reply.status == 400)
        #expect(reply.text.contains("A long enough text of mine."))
        #expect(reply.text.contains("Choose who is to read it."))
        let unknown = try await site.bare("/submit/thread", "receipt=1234123412341234")
        #expect(unknown.status == 400)
        let introduction = try await site.get("/submit?lang=ar")
        #expect(introduction.text.contains("dir=\"rtl\""))
        #expect(introduction.text.contains("Harbour Watch of Aldora"))
    }

    @Test("The desk is closed to everybody but those who answer for an independent institution")
    func rights() async throws {
        let site = try await WorkspaceSite.shared.value
        for role in WorkspaceRole.allCases {
            let reply = try await site.get("/workspaces/aldora/submissions", as: try site.home.person(role))
            #expect(reply.status == 403, "\(role)")
        }
        let stranger = try await site.get("/workspaces/aldora/submissions", as: site.stranger)
        #expect(stranger.status == 404)
    }

    /// The fields of a form as a browser would send them, the question answered.
    private static func filled(_ page: String, _ recipient: InstitutionID?, _ text: String) throws -> [(String, String)]
    {
        let token = try #require(page.firstMatch(of: /name="form" value="([^"]+)"/)?.1)
        let question = try #require(
            page.firstMatch(of: /Write the (first|second|third|fourth) of these words: ([^<]+)</))
        let words = question.2.split(separator: " · ").map { $0.filter { !$0.isWhitespace } }
        let place = ["first": 0, "second": 1, "third": 2, "fourth": 3][String(question.1)] ?? 0
        var fields = [
            ("kind", "information"), ("text", text), ("consent", "summary"), ("understands", "yes"),
            ("form", String(token)), ("answer", words[place]),
        ]
        if let recipient { fields.append(("recipient", "\(recipient)")) }
        return fields
    }
}

extension WorkspaceSite {
    /// An institution says where it publishes its fingerprint, and somebody who runs the installation compares it.
    fileprivate func admit(_ institution: InstitutionID, _ fingerprint: String, _ person: Person) async throws {
        let settings: [(String, String)] = [
            ("introduction", ""), ("language", "en"), ("address", "https://commission.example/key"), ("months", "12"),
            ("version", "1"),
        ]
        let named = try await post("/workspaces/aldora/submissions/settings", settings, as: person)
        #expect(named.status == 303)
        let strange = try await get("/desk/recipients", as: person)
        #expect(strange.status == 403)
        let warden = try await Person(named: "warden", responder.site.accounts, .coordinator)
        let page = try await get("/desk/recipients", as: warden)
        #expect(page.text.contains("https://commission.example/key"))
        #expect(!page.text.contains(fingerprint))
        let admitted = try await post(
            "/desk/recipients", [("institution", "\(institution)"), ("fingerprint", fingerprint)], as: warden)
        #expect(admitted.status == 303)
    }

    /// A form without a session.
    fileprivate func bare(_ path: String, _ body: String) async throws -> Reply {
        try await send(
            path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(body.utf8))
    }

    fileprivate func multipart(_ path: String, _ fields: [(String, String)]) async throws -> Reply {
        var body = ""
        for (name, value) in fields {
            body += "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        return try await send(
            path, method: .post, headers: [.contentType: "multipart/form-data; boundary=edge"],
            body: Array((body + "--edge--\r\n").utf8))
    }
}
