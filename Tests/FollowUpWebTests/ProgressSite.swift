import Domain
import Foundation
import HTTPTypes
import People
import Plans
import SiteSupport
import Store

@testable import Frame

/// A site with a commitment and two actions in the plan of `aldora`: one of the ministry, one of the agency.
struct ProgressSite {
    let site: WorkspaceSite
    let commitment: CommitmentID
    let own: ActionID
    let foreign: ActionID

    static let shared = Task { try await ProgressSite() }

    private init() async throws {
        let site = try await WorkspaceSite()
        let home = site.home
        let ids: [RecommendationID] = try await site.workspaces.store.read { connection in
            try connection.all(
                """
                SELECT DISTINCT recommendation_id FROM recommendation_state WHERE state = 'XAA' AND role = 0
                ORDER BY recommendation_id LIMIT 2
                """, []
            ) { RecommendationID(try $0.int(0)) }
        }
        _ = try await site.plans.commit(recommendations: ids, by: home.keeper)
        let listed = try await site.workspaces.store.read { connection in
            try connection.all("SELECT id FROM commitment ORDER BY id LIMIT 1", []) { CommitmentID(try $0.int(0)) }
        }
        guard let first = listed.first else { throw WorkspaceError.notFound }
        var actions: [ActionID] = []
        for (title, lead) in [("Train judges", home.ministry.id), ("Inspect harbours", home.agency.id)] {
            let draft = Action(
                id: ActionID(0), workspace: home.workspace.id, commitment: first, title: title, lead: lead,
                status: .started)
            actions.append(try await site.plans.addAction(draft, by: home.keeper).id)
        }
        self.site = site
        commitment = first
        (own, foreign) = (actions[0], actions[1])
    }

    func person(_ role: WorkspaceRole) throws -> Person { try site.home.person(role) }

    /// The value of the first hidden field of that name on a page.
    static func hidden(_ name: String, in page: String) -> String? {
        guard let start = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    /// Sends a file with fields, as a browser does.
    func upload(
        _ path: String, _ fields: [(String, String)], file: (name: String, bytes: [UInt8])?, as person: Person
    ) async throws -> Reply {
        var body: [UInt8] = []
        for (name, value) in [("csrf", person.csrf)] + fields {
            body += Array("--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        if let file {
            body += Array(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n\r\n".utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--x--\r\n".utf8)
        return try await site.send(
            path, method: .post, as: person, headers: [.contentType: "multipart/form-data; boundary=x"], body: body)
    }
}
