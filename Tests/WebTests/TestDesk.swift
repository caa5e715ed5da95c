import Documents
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import People

@testable import Frame
@testable import Operations
@testable import Web

/// Somebody who is signed in to the test site, with the cookie and the forms' token.
struct TestPerson: Sendable {
    let site: TestSite
    let caller: Caller
    let cookie: String
    let csrf: String

    static let coordinator = Task { try await TestPerson(.coordinator) }
    static let focalPoint = Task { try await TestPerson(.focalPoint) }

    private init(_ role: Role) async throws {
        site = try await TestSite.shared.value
        let made = try await site.responder.site.accounts.add("Test \(role.rawValue)", role, by: .system)
        caller = Caller(made.account)
        let reply = try await site.send(
            "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array("key=\(made.key)".utf8))
        cookie = String((reply.headers[.setCookie] ?? "").prefix { $0 != ";" })
        let page = try await site.get("/desk?lang=en", headers: [.cookie: cookie]).text
        csrf =
            page.components(separatedBy: "name=\"csrf\" value=\"").dropFirst().first
            .map { String($0.prefix { $0 != "\"" }) } ?? ""
    }

    func get(_ path: String) async throws -> TestSite.Reply {
        try await site.get(path, headers: [.cookie: cookie])
    }

    func post(
        _ path: String, _ fields: [(String, String)], token: String? = nil, headers: [HTTPField.Name: String] = [:]
    ) async throws -> TestSite.Reply {
        let items = ([("csrf", token ?? csrf)] + fields).map { Query.Item(name: $0.0, value: $0.1) }
        let body = Array(Query(items).text.dropFirst().utf8)
        var all: [HTTPField.Name: String] = [.cookie: cookie, .contentType: "application/x-www-form-urlencoded"]
        all.merge(headers) { _, new in new }
        return try await site.send(path, method: .post, headers: all, body: body)
    }

    func upload(_ files: [(name: String, bytes: [UInt8])], fields: [(String, String)] = []) async throws
        -> TestSite.Reply
    {
        try await site.send(
            "/desk?lang=en", method: .post,
            headers: [.cookie: cookie, .contentType: "multipart/form-data; boundary=XxX"],
            body: Multipart.body(fields: [("csrf", csrf)] + fields, files: files, boundary: "XxX"))
    }

    /// Puts a document on the desk as if it had been read.
    func put(
        _ findings: [Finding], facts: DocumentFacts? = nil, name: String = "report.pdf", sealed: [String] = [],
        lines: [String] = ["Lines of the document."], tables: [DocumentText.Table] = []
    ) async throws -> ReadingID {
        let desk = site.responder.site.desk
        let bytes = Array("%PDF- \(UUID().uuidString)".utf8)
        let id = try await desk.receive(name, bytes, by: caller).reading
        var numbered = findings
        for place in numbered.indices { numbered[place].number = place + 1 }
        let text = DocumentText(
            origin: .pdf, lines: lines.map { .init(text: $0, page: 1) }, tables: tables, pageCount: 1)
        let read = DocumentReading(
            facts: facts ?? Self.facts(), findings: numbered, sealedNames: sealed)
        try await desk.keep(id, nil, .init(text: text, reading: read), bytes)
        return id
    }

    func items(_ id: ReadingID) async throws -> [ReadingItem] {
        try await site.responder.site.desk.reading(id, for: caller).items
    }

    /// A report on Aldora with a symbol of its own.
    static func facts(kind: DocumentKind = .reviewReport) -> DocumentFacts {
        DocumentFacts(
            kind: kind, symbol: DocumentSymbol("DEMO/T/\(Int.random(in: 1...999_999_999))"), mechanism: .upr,
            state: StateCode("XAA"), cycle: 4, session: 45, published: CalendarDate(year: 2024, month: 3, day: 1),
            language: .english)
    }

    static func finding(_ paragraph: String, _ text: String, _ states: [String] = ["XAB"]) -> Finding {
        var finding = Finding(number: 1, paragraph: ParagraphNumber(paragraph), text: text, page: 1, lines: 0..<1)
        finding.states = states.map { StateCode($0) }
        finding.position = .supported
        return finding
    }

    static func doubtful(_ paragraph: String, _ text: String, _ doubts: [Doubt]) -> Finding {
        var finding = finding(paragraph, text)
        finding.confidence = 0.2
        finding.doubts = doubts
        return finding
    }
}

enum Multipart {
    static func body(fields: [(String, String)], files: [(name: String, bytes: [UInt8])], boundary: String) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            body +=
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\nContent-Type: application/pdf\r\n\r\n"
                .utf8
            body += file.bytes
            body += "\r\n".utf8
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }
}
