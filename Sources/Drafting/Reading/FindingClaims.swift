package import Domain
import People
import Reference

/// A sentence that claims more than its sources.
package struct ClaimFound: Hashable, Sendable {
    package var paragraph: ReportParagraphID
    package var sentence: Int
    package var text: String
    package var overclaims: [Overclaim]
}

extension Drafting {
    /// Every sentence of people that claims more than its sources, in the order of the report. What is drafted from the record in standard
    /// phrases, and words of others that are quoted, are not claims of the report; of a sentence whose sources are not all at hand
    /// nothing is said.
    package func claims(of page: ReportPage, _ member: Member) async throws(WorkspaceError) -> [ClaimFound] {
        guard member.reach(.seeReports) == .all else { throw .notFound }
        let facts = try await facts(page.report.kind, page.report.scope, member)
        let reference = reference
        let index = ClaimIndex(facts) { state in
            LanguageTag.official.map { reference.name(of: state, in: $0) }
        }
        return page.paragraphs.filter { $0.content.headingLevel == nil }.flatMap { paragraph in
            paragraph.sentences.filter { $0.origin != .drafted && !$0.isQuote }.compactMap { sentence in
                let sources = index.sources(of: sentence)
                guard sources.isWhole else { return nil }
                let found = claims.check(sentence.text, sentence.language ?? page.report.language, sources.found)
                guard !found.isEmpty else { return nil }
                return ClaimFound(
                    paragraph: paragraph.id, sentence: sentence.id, text: sentence.text, overclaims: found)
            }
        }
    }
}
