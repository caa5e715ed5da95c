import Domain
import Frame
import Locales
import Markup
import Operations
import Watches

/// Pictures of a question to the public record that other sites show: as a file, and as a page for a frame with the numbers below.
enum EmbedRoutes {
    enum Picture: String, CaseIterable, Sendable {
        case positions, themes, years

        var facet: Facet {
            switch self {
            case .positions: .cycle
            case .themes: .theme
            case .years: .year
            }
        }
    }

    static let all: [Route] =
        Picture.allCases.flatMap { picture in
            [
                .page("embed-record-\(picture.rawValue)", "/embed/\(picture.rawValue)", Parameter.question) {
                    exchange throws(WebError) in try await EmbedPage.page(exchange, picture)
                },
                .page(
                    "embed-record-\(picture.rawValue)-svg", "/embed/\(picture.rawValue).svg", Parameter.question,
                    contentType: "image/svg+xml"
                ) { exchange throws(WebError) in try await EmbedPage.file(exchange, picture) },
            ]
        } + [
            .page("embed", "/embed", Parameter.question) { exchange throws(WebError) in
                await EmbedSnippets.page(exchange)
            }
        ]
}

/// The numbers of a picture: rows of a label with a number for each part.
struct EmbedNumbers: Sendable {
    struct Row: Sendable {
        var label: String
        var parts: [Int]

        var sum: Int { parts.reduce(0, +) }
    }

    var parts: [String]
    var rows: [Row]
    var total: Int

    private static let rowsMax = 15

    static func of(_ picture: EmbedRoutes.Picture, _ exchange: Exchange) async throws(WebError) -> EmbedNumbers {
        let view = View(exchange)
        var request = exchange.question.request(exchange.language)
        request.limit = 1
        request.facets = [picture.facet]
        let page: SearchPage
        do { page = try await exchange.site.library.search(request) } catch { throw WebError(error) }
        var values = page.facets.first?.values ?? []
        if picture == .themes {
            values = Array(values.sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(rowsMax))
        } else {
            values = Array(values.sorted { (Int($0.value) ?? 0) < (Int($1.value) ?? 0) }.suffix(rowsMax * 2))
        }
        guard picture == .positions else {
            let rows = values.map { Row(label: view.valueName(picture.facet, $0.value), parts: [$0.count]) }
            return EmbedNumbers(parts: [view.say("embed.count")], rows: rows, total: page.total)
        }
        var rows: [Row] = []
        for value in values {
            request.filters[.cycle] = [value.value]
            request.facets = [.position]
            let counts: [FacetCounts.Value]
            do { counts = try await exchange.site.library.search(request).facets.first?.values ?? [] } catch {
                throw WebError(error)
            }
            let parts = Position.allCases.map { position in
                counts.first { $0.value == position.rawValue }?.count ?? 0
            }
            rows.append(Row(label: view.valueName(.cycle, value.value), parts: parts))
        }
        return EmbedNumbers(
            parts: Position.allCases.map { view.valueName(.position, $0.rawValue) }, rows: rows, total: page.total)
    }
}
