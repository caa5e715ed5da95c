import Domain
import Foundation
import HTTPTypes
import SiteSupport
import Testing

@testable import Frame

/// Asks every address of a workspace as everybody, and compares with the rows of `docs/rights.md`.
///
/// Forms and bodies are sent in a type that no address takes: whoever is let in is told so (415), whoever is not never comes that
/// far, and nothing is changed by the walk.
@Suite("Every address of a workspace, as every role, in the own and a foreign workspace")
struct RightsWalkTests {
    /// How somebody is known to the program.
    enum Way: CaseIterable { case cookie, token }

    @Test("A member reaches what the table gives the role, and nothing else", arguments: WorkspaceRole.allCases)
    func ownWorkspace(role: WorkspaceRole) async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.home.person(role)
        let place = try #require(WorkspaceRole.allCases.firstIndex(of: role))
        for row in try rows() {
            // What reaches one's own institution reaches nothing of somebody who has none.
            let isOwn = row.reach[place] == "own"
            let isGiven = row.reach[place] != "–" && !(isOwn && person.member?.institution == nil)
            for way in ways(row) {
                let status = try await ask(row, "aldora", as: person, way, site)
                if isGiven {
                    #expect(![401, 403, 500].contains(status), "\(role) \(row.method) \(row.pattern): \(status)")
                } else {
                    #expect(status == 403, "\(role) \(row.method) \(row.pattern): \(status)")
                }
            }
        }
    }

    @Test("In a workspace of others every role finds nothing", arguments: WorkspaceRole.allCases)
    func foreignWorkspace(role: WorkspaceRole) async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.foreign.person(role)
        for row in try rows() {
            for way in ways(row) {
                let status = try await ask(row, "aldora", as: person, way, site)
                #expect(status == 404, "\(role) \(row.method) \(row.pattern): \(status)")
            }
        }
    }

    @Test("Whoever is a member of nothing finds nothing, and whoever is not signed in is asked to")
    func strangers() async throws {
        let site = try await WorkspaceSite.shared.value
        for row in try rows() {
            for way in ways(row) {
                #expect(try await ask(row, "aldora", as: site.stranger, way, site) == 404, "\(row.pattern)")
            }
            #expect(try await ask(row, "aldora", as: nil, .cookie, site) == 401, "\(row.pattern)")
            let unknown = try await site.send(
                address(row, "aldora", site), method: method(row), headers: [.authorization: "Bearer unknown"])
            #expect(unknown.status == 401, "\(row.pattern)")
        }
    }

    @Test("A session alone writes nothing through the API, and a token opens no page")
    func wrongWay() async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.home.person(.administrator)
        for row in try rows() {
            let isAPI = row.pattern.hasPrefix("/api/")
            if isAPI, row.method == Route.Method.read.rawValue { continue }
            let status = try await ask(row, "aldora", as: person, isAPI ? .cookie : .token, site)
            #expect(status == 401, "\(row.method) \(row.pattern): \(status)")
        }
    }

    @Test("A token reaches no further than the rights it was made for, and into no other workspace than its own")
    func scopes() async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.home.person(.administrator)
        let none = site.tokens.issue(person, [])
        let elsewhere = site.tokens.issue(person, nil, in: site.foreign.workspace.id)
        for row in try rows() where row.pattern.hasPrefix("/api/") {
            func status(_ token: String) async throws -> Int {
                try await site.send(
                    address(row, "aldora", site), method: method(row), headers: [.authorization: "Bearer \(token)"]
                ).status
            }
            #expect(try await status(none) == 403, "\(row.pattern)")
            #expect(try await status(elsewhere) == 404, "\(row.pattern)")
            let right = try #require(Right(rawValue: row.right))
            let others = site.tokens.issue(person, Set(Right.allCases).subtracting([right]))
            #expect(try await status(others) == 403, "\(row.pattern)")
        }
    }

    @Test("Addresses for people who are signed in ask everybody else to sign in")
    func signedIn() async throws {
        let site = try await WorkspaceSite.shared.value
        let text = try String(contentsOfFile: RightsDocument.path, encoding: .utf8)
        let cells = RightsDocument.cells("signed-in", in: text)
        #expect(!cells.isEmpty)
        for cell in cells where cell.count == 3 {
            let row = RightsDocument.Row(name: cell[2], method: cell[1], pattern: cell[0], right: "–", reach: [])
            let status = try await ask(row, "aldora", as: nil, .cookie, site)
            #expect(status == 401, "\(row.method) \(row.pattern): \(status)")
        }
    }

    private func rows() throws -> [RightsDocument.Row] {
        let rows = RightsDocument.rows(in: try String(contentsOfFile: RightsDocument.path, encoding: .utf8))
        try #require(!rows.isEmpty)
        return rows
    }

    /// Pages know cookies; the API reads by both and writes by token.
    private func ways(_ row: RightsDocument.Row) -> [Way] {
        guard row.pattern.hasPrefix("/api/") else { return [.cookie] }
        return row.method == Route.Method.read.rawValue ? [.cookie, .token] : [.token]
    }

    private func ask(
        _ row: RightsDocument.Row, _ workspace: String, as person: Person?, _ way: Way, _ site: WorkspaceSite
    ) async throws -> Int {
        var headers: [HTTPField.Name: String] = [:]
        if row.method != Route.Method.read.rawValue { headers[.contentType] = "application/x-nothing" }
        if let person, way == .token { headers[.authorization] = "Bearer \(site.tokens.issue(person))" }
        return try await site.send(
            address(row, workspace, site), method: method(row), as: way == .cookie ? person : nil, headers: headers,
            body: headers[.contentType] == nil ? [] : Array("x".utf8)
        ).status
    }

    private func method(_ row: RightsDocument.Row) -> HTTPRequest.Method {
        switch row.method {
        case Route.Method.post.rawValue: .post
        case Route.Method.put.rawValue: .put
        case Route.Method.delete.rawValue: .delete
        default: .get
        }
    }

    /// The pattern with values that fit, of objects that are not there.
    private func address(_ row: RightsDocument.Row, _ workspace: String, _ site: WorkspaceSite) -> String {
        let route = site.responder.table.routes.first { $0.name == row.name }
        var address = row.pattern.replacing("{workspace}", with: workspace)
        var query = Query()
        for parameter in route?.parameters ?? [] where parameter.place == .path || parameter.isRequired {
            let value = Self.fitting(parameter)
            if parameter.place == .path {
                address = address.replacing("{\(parameter.name)}", with: value)
            } else {
                query.append(parameter.name, value)
            }
        }
        return address + query.text
    }

    private static func fitting(_ parameter: Parameter) -> String {
        switch parameter.form {
        case .choice(let values): return values.first ?? "x"
        case .integer(let range): return String(range.lowerBound)
        case .text, .pattern:
            let candidates = [
                "999999999", "x", "2026-01-01", String(repeating: "a", count: 64), "a.b", "1.png", "action/999999999",
            ]
            return candidates.first { parameter.accepts($0) } ?? "x"
        }
    }
}
