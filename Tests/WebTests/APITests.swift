import Foundation
import Testing

@testable import Frame
@testable import Web

@Suite("API")
struct APITests {
    private func json(_ path: String) async throws -> [String: Any] {
        let site = try await TestSite.shared.value
        let reply = try await site.get(path)
        #expect(reply.status == 200, "\(path)")
        return try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
    }

    @Test("The next links lead through every record once")
    func paging() async throws {
        let theme = try #require(
            (try await json("/api/v1/themes")["items"] as? [[String: Any]])?.dropFirst(3).first?["value"] as? String)
        var path = "/api/v1/recommendations?theme=\(PercentCoding.encode(theme))&limit=7"
        var ids: [Int] = []
        var total = 0
        for _ in 0..<200 {
            let page = try await json(path)
            total = page["total"] as? Int ?? 0
            ids += (page["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
            guard let next = page["next"] as? String, ids.count < 1_000 else { break }
            path = next
        }
        #expect(total > 7)
        #expect(ids.count == min(total, ids.count) && Set(ids).count == ids.count)
        #expect(total > 1_000 || ids.count == total)
    }

    @Test("Facets are counted when asked for, with names in the reader's language")
    func facets() async throws {
        let page = try await json("/api/v1/recommendations?facets=position&facets=state&limit=1&lang=fr")
        let facets = try #require(page["facets"] as? [String: [[String: Any]]])
        #expect(Set(facets.keys) == ["position", "state"])
        #expect(facets["position"]?.contains { $0["name"] as? String == "Acceptée" } == true)
    }

    @Test("Every answer fits the schema that OpenAPI gives for it")
    func schemas() async throws {
        let site = try await TestSite.shared.value
        let description = try await json("/api/v1/openapi.json")
        let schemas = try #require(
            (description["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]])
        let paths = try #require(description["paths"] as? [String: Any])
        for (route, address) in try await site.addresses() where route.kind == .api && route.name != "getOpenAPI" {
            #expect(paths[route.pattern] != nil)
            let name = try #require(route.schema)
            let schema = try #require(schemas[name])
            let problems = SchemaCheck(schemas: schemas).problems(try await json(address), schema, at: address)
            #expect(problems == [])
        }
    }

    @Test("A result goes out whole as CSV, JSON and XLSX")
    func exports() async throws {
        let site = try await TestSite.shared.value
        let total = try #require(try await json("/api/v1/recommendations?kind=pledge&limit=1")["total"] as? Int)
        let table = try await site.get("/export/recommendations.csv?kind=pledge")
        #expect(table.text.components(separatedBy: "\r\n").count >= total + 2)
        let list = try await site.get("/export/recommendations.json?kind=pledge")
        let records = try #require(try JSONSerialization.jsonObject(with: Data(list.bytes)) as? [[String: Any]])
        #expect(records.count == total)
        let workbook = try await site.get("/export/recommendations.xlsx?kind=pledge")
        #expect(workbook.bytes.prefix(2) == Array("PK".utf8)[...])
    }
}

/// As much of JSON Schema as the API's description uses.
struct SchemaCheck {
    let schemas: [String: [String: Any]]

    func problems(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
        if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last {
            return problems(value, schemas[String(name)] ?? [:], at: place)
        }
        let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? ""]
        guard types.contains(where: { fits(value, $0) }) else { return ["\(place) is no \(types)"] }
        if let items = value as? [Any], let schema = schema["items"] as? [String: Any] {
            return items.prefix(20).flatMap { problems($0, schema, at: place + "[]") }
        }
        guard let object = value as? [String: Any] else { return [] }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place) misses \($0)" }
        for (name, value) in object {
            if let property = properties[name] ?? schema["additionalProperties"] as? [String: Any] {
                found += problems(value, property, at: place + "." + name)
            } else {
                found.append("\(place) has \(name)")
            }
        }
        return found
    }

    private func fits(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "integer": value is Int
        case "number": value is Double
        case "boolean": value is Bool
        case "array": value is [Any]
        case "object": value is [String: Any]
        default: false
        }
    }
}
