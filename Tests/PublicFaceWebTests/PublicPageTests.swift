import Domain
import Frame
import HTTPTypes
import Operations
import People
import Plans
import PublicFace
import SiteSupport
import Store
import Testing

@Suite("Public pages")
struct PublicPageTests {
    /// A site whose workspace has one commitment and one action in its plan.
    private static func planned() async throws -> (site: WorkspaceSite, commitment: Int64, action: Int64) {
        let site = try await WorkspaceSite(records: 4)
        let keeper = site.home.keeper
        let records = try await site.record.database.read { connection in
            try connection.all("SELECT id FROM recommendation ORDER BY id LIMIT 1") { RecommendationID(try $0.int(0)) }
        }
        _ = try await site.plans.commit(recommendations: records, by: keeper)
        let found = try await site.record.database.read { connection in
            try connection.first("SELECT MIN(id) FROM commitment") { try $0.int(0) }
        }
        let commitment = try #require(found)
        let action = try await site.plans.addAction(
            Action(
                id: ActionID(0), workspace: site.home.workspace.id, commitment: CommitmentID(commitment),
                title: "Open \"two\" offices", lead: site.home.ministry.id, status: .started), by: keeper)
        return (site, commitment, action.id.value)
    }

    @Test("A coordinator chooses, previews, confirms and takes back on pages; strangers see what was confirmed")
    func choosing() async throws {
        let (site, commitment, action) = try await Self.planned()
        let coordinator = try site.home.person(.coordinator)
        let home = "/workspaces/aldora/public"
        var reply = try await site.get("/public/aldora")
        #expect(reply.status == 404)
        reply = try await site.post(
            home + "/describe", [("version", "0"), ("open", "yes"), ("about", "Welcome"), ("contact", "")],
            as: coordinator)
        #expect(reply.status == 303)
        reply = try await site.post(
            home + "/choose", [("commitments", "public"), ("actions", "public"), ("status", "partners")],
            as: coordinator)
        #expect(reply.status == 303)
        reply = try await site.get("/public/aldora/commitments")
        #expect(reply.text.contains("The workspace does not show this"))
        reply = try await site.get(home + "/preview/public", as: coordinator)
        #expect(reply.status == 200)
        #expect(reply.text.contains("Would appear: 3"))
        #expect(reply.text.contains("Confirm these changes (3)"))
        let version = try await site.publicFaces.desk(try #require(coordinator.member)).batch?.version ?? 0
        reply = try await site.post(home + "/confirm", [("version", "\(version)")], as: coordinator)
        #expect(reply.status == 303)
        reply = try await site.get("/public/aldora/commitments/\(commitment)")
        #expect(reply.status == 200)
        #expect(reply.text.contains("Open &quot;two&quot; offices") || reply.text.contains("Open \"two\" offices"))
        #expect(!reply.text.contains("Under way") && !reply.text.contains("Ministry of Justice"))
        reply = try await site.get("/public/aldora/actions/\(action)")
        #expect(reply.status == 200)
        #expect(!reply.text.contains("Under way"))
        let partner = try site.home.person(.partner)
        reply = try await site.get(home + "/seen/actions/\(action)", as: partner)
        #expect(reply.status == 200)
        #expect(reply.text.contains("Under way") && reply.text.contains("Open"))
        reply = try await site.get(home, as: coordinator)
        #expect(reply.text.contains("Take this back"))
        reply = try await site.get(home, as: partner)
        #expect(reply.status == 403)
        reply = try await site.get("/public")
        #expect(reply.text.contains("/public/aldora"))
        reply = try await site.get("/states/XAA")
        #expect(reply.text.contains("/public/aldora"))
    }

    @Test(
        "Citations, files, pictures and the API say what the page says; what is gone or removed leaves a marker alone")
    func around() async throws {
        let (site, commitment, action) = try await Self.planned()
        let coordinator = try #require(try site.home.person(.coordinator).member)
        let faces = site.publicFaces
        try await faces.describe(isOpen: true, about: "", contact: "", version: 0, coordinator)
        try await faces.propose(
            [.commitments: .everybody, .actions: .everybody, .status: .everybody], coordinator)
        try await faces.confirm(version: try #require(try await faces.desk(coordinator).batch).version, coordinator)
        let path = "/public/aldora/actions/\(action)"
        var reply = try await site.get(path + "?format=bibtex")
        #expect(reply.text.hasPrefix("@misc{aldora-action-\(action)-v1,"))
        #expect(reply.text.contains("\(path)/versions/1"))
        reply = try await site.get(path + "?format=csl")
        #expect(reply.text.contains("\"version\":\"1\""))
        reply = try await site.get(path + "?format=ris")
        #expect(reply.text.hasPrefix("TY  - ELEC\r\n") && reply.text.hasSuffix("ER  - \r\n"))
        reply = try await site.get(path + "/versions/1")
        #expect(reply.status == 200)
        reply = try await site.get("/public/aldora/actions.csv")
        #expect(reply.text.contains("status") && !reply.text.contains("lead"))
        for picture in ["progress", "assessments", "deadlines"] {
            reply = try await site.get("/embed/aldora/\(picture)")
            #expect(reply.status == 200)
            let policy = reply.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("frame-ancestors *") && !policy.contains("script"))
            #expect(!reply.text.contains("<script"))
            reply = try await site.get("/embed/aldora/\(picture).svg")
            #expect(reply.text.hasPrefix("<svg"))
        }
        reply = try await site.get("/api/v1/public/aldora/commitments/\(commitment)")
        #expect(reply.text.contains("\"status\":\"started\"") && reply.text.contains("\"lead\":null"))
        let administrator = try #require(try site.home.person(.administrator).member)
        try await Removals(faces).remove(
            PublicKey(.action, action), .courtOrder, office: "Harbour Court", reason: "By its order", administrator)
        reply = try await site.get(path)
        #expect(reply.status == 410)
        #expect(reply.text.contains("Harbour Court") && reply.text.contains("order of a court"))
        #expect(!reply.text.contains("offices") && !reply.text.contains("By its order"))
        reply = try await site.get(path + "/versions/1")
        #expect(reply.status == 410)
        #expect(!reply.text.contains("offices"))
        reply = try await site.get("/public/aldora/commitments/\(commitment)")
        #expect(reply.text.contains("Harbour Court"))
        reply = try await site.get("/public/aldora/removals")
        #expect(reply.text.contains("Harbour Court"))
        reply = try await site.get("/public/aldora/actions/999999")
        #expect(reply.status == 404)
    }
}
