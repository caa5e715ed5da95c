import Domain
import Frame
import Locales
import Markup
import Operations

/// Single records and lists of the API.
enum RecordsAPI {
    static func recommendation(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let id = RecommendationID(exchange.value("id")) else { throw .notFound }
        let json = JSONWriter()
        do { json.record(try await exchange.site.library.recommendation(id)) } catch { throw WebError(error) }
        return .json(json.bytes)
    }

    static func documents(_ exchange: Exchange) async throws(WebError) -> Answer {
        let query = exchange.query
        let limit = query.first("limit").flatMap { Int($0) } ?? 50
        var after: DocumentID?
        if let text = query.first("after") {
            after = DocumentID(text)
            if after == nil { throw .invalid([.init(name: "after", allowed: "the value of a next link")]) }
        }
        let items: [DocumentSummary]
        do {
            items = try await exchange.site.library.documents(
                mechanism: query.first("mechanism").map { MechanismCode($0) },
                state: query.first("state").map { StateCode($0) },
                after: after, limit: limit)
        } catch {
            throw WebError(error)
        }
        let json = JSONWriter()
        json.object {
            json.array("items") {
                for item in items { json.document(nil, item.document, recommendations: item.recommendations) }
            }
            json.member("next", items.count == limit ? items.last.map { next(exchange, $0.document.id) } : nil)
        }
        return .json(json.bytes)
    }

    private static func next(_ exchange: Exchange, _ id: DocumentID) -> String {
        var query = Query(exchange.query.items.filter { $0.name != "after" })
        query.append("after", id.description)
        return exchange.site.publicAddress + "/api/v1/documents" + query.text
    }

    static func document(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let id = DocumentID(exchange.value("id")) else { throw .notFound }
        let page: DocumentPage
        do { page = try await exchange.site.library.document(id, language: exchange.language, after: nil) } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        let json = JSONWriter()
        json.object {
            json.document("document", page.document, recommendations: page.total)
            json.counts("positions", page.positions, view)
            json.counts("themes", page.themes, view)
            json.counts("persons", page.persons, view)
            json.counts("recommending", page.recommending, view)
            json.member("recommendations", "/api/v1/recommendations?document=\(id)&sort=document")
        }
        return .json(json.bytes)
    }

    static func state(_ exchange: Exchange) async throws(WebError) -> Answer {
        let page: StatePage
        do { page = try await exchange.site.library.state(StateCode(exchange.value("code"))) } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        let json = JSONWriter()
        json.object {
            json.member("code", page.state.rawValue)
            json.member("name", view.stateName(page.state))
            json.member("region", view.names.parent(.state, page.state.rawValue))
            json.member("total", page.total)
            json.member("made", page.made)
            for (key, counts) in [
                ("mechanisms", page.mechanisms), ("kinds", page.kinds), ("positions", page.positions),
                ("cycles", page.cycles), ("years", page.years), ("themes", page.themes), ("persons", page.persons),
                ("sdgs", page.goals),
            ] {
                json.counts(key, counts, view)
            }
        }
        return .json(json.bytes)
    }

    static func topic(_ exchange: Exchange, _ facet: Facet) async throws(WebError) -> Answer {
        let page: TopicPage
        do {
            page = try await exchange.site.library.topic(facet, exchange.value("code"), language: exchange.language)
        } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        let json = JSONWriter()
        json.object {
            json.member("code", page.value)
            json.member("name", view.valueName(facet, page.value))
            json.member("total", page.total)
            for (key, counts) in [
                ("states", page.states), ("mechanisms", page.mechanisms), ("positions", page.positions),
                ("years", page.years), ("themes", page.themes), ("persons", page.persons), ("sdgs", page.goals),
            ] {
                json.counts(key, counts, view)
            }
        }
        return .json(json.bytes)
    }

    /// Every value of a facet with its name and number of records.
    static func list(_ exchange: Exchange, _ counts: KeyPath<Overview, FacetCounts>) async throws(WebError) -> Answer {
        let overview = try await exchange.site.overview()
        let view = View(exchange)
        let json = JSONWriter()
        json.object { json.counts("items", overview[keyPath: counts], view) }
        return .json(json.bytes)
    }
}
