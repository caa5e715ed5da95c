/// The shape of one kind of report: to whom it goes, its sections in order, the guideline they follow and its limit of words.
package struct Outline: Hashable, Sendable, Decodable {
    package let kind: ReportKind
    /// Keys of the organs above its title, outermost first; `committee` stands for the treaty's own.
    package let organs: [String]
    /// The last part of its title's key in the catalogues.
    package let title: String
    /// Of the reference list of limits; nil where there is none.
    package let limit: String?
    /// Where several submit together.
    package let limitJoint: String?
    package let guidelines: [OutlineGuideline]
    package let sections: [OutlineSection]

    package func limit(isJoint: Bool) -> String? { isJoint ? limitJoint ?? limit : limit }
}

/// What an outline follows.
package struct OutlineGuideline: Hashable, Sendable, Decodable {
    /// As it is cited.
    package let name: String
    /// As exact as it is known; empty where it is not.
    package let date: String
    /// Whether name, date and limit were compared with a public source.
    package let verified: Bool
}

package struct OutlineSection: Hashable, Sendable, Decodable {
    package enum Fill: String, Hashable, Sendable, Decodable {
        /// One section for each article of the treaty, or each cluster of articles.
        case articles
        /// One paragraph for each item of the document it answers.
        case items
    }

    package let key: String
    /// 1 is the outermost.
    package let level: Int
    package let isAnnex: Bool
    /// Keys of the columns, where it is a table.
    package let columns: [String]?
    package let fill: Fill?

    private enum Key: String, CodingKey { case key, level, isAnnex, columns, fill }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        key = try container.decode(String.self, forKey: .key)
        level = try container.decodeIfPresent(Int.self, forKey: .level) ?? 1
        isAnnex = try container.decodeIfPresent(Bool.self, forKey: .isAnnex) ?? false
        columns = try container.decodeIfPresent([String].self, forKey: .columns)
        fill = try container.decodeIfPresent(Fill.self, forKey: .fill)
    }
}

/// One article of a treaty that States report on, or several that its committee wants together.
package struct OutlineArticle: Hashable, Sendable, Decodable {
    /// `6`, or `7, 8, 13-17`, or `37(b)-(d)`.
    package let number: String
    /// The last part of its title's key; nil where only its number is its heading.
    package let title: String?

    /// Of its section, as addresses have it: `article-6`, `article-7-8-13-17`.
    package var key: String {
        let parts = number.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return "article-" + parts.joined(separator: "-").prefix(50)
    }

    /// Whether it is this article, or one of those that stand together. Of an article that stands in two places, each holds it.
    package func holds(_ article: Int) -> Bool {
        number.split(separator: ",").contains { part in
            // Paragraphs of an article stand in brackets: they part nothing here.
            var (plain, depth) = ("", 0)
            for sign in part {
                if sign == "(" { depth += 1 }
                if depth == 0 { plain.append(sign) }
                if sign == ")" { depth -= 1 }
            }
            let ends = plain.split(separator: "-").compactMap { Int($0.filter(\.isNumber)) }
            guard let first = ends.first, let last = ends.last else { return false }
            return first <= article && article <= last
        }
    }
}
