package import Domain
internal import FoundationEssentials

/// How many points a criterion of matching gives at most, and why.
package struct MatchWeightFacts: Sendable {
    package let criterion: MatchCriterion
    /// 0...1000.
    package let weight: Int
    package let reason: LocalizedNames
}

extension MatchWeightFacts: Decodable {
    private enum CodingKeys: String, CodingKey { case code, weight, reason }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let code = try values.decode(String.self, forKey: .code)
        guard let criterion = MatchCriterion(rawValue: code) else {
            throw DecodingError.dataCorruptedError(forKey: .code, in: values, debugDescription: code)
        }
        self.criterion = criterion
        weight = try values.decode(Int.self, forKey: .weight)
        guard (0...1_000).contains(weight) else {
            throw DecodingError.dataCorruptedError(forKey: .weight, in: values, debugDescription: "\(weight)")
        }
        reason = try values.decode(LocalizedNames.self, forKey: .reason)
    }
}

extension FactReader {
    /// Every criterion once, in their order.
    mutating func matchWeights() throws(ReferenceError) -> [MatchWeightFacts] {
        try Self.inOrder(facts(ReferenceFacts.matchWeightFile))
    }

    static func inOrder(_ facts: [MatchWeightFacts]) throws(ReferenceError) -> [MatchWeightFacts] {
        let file = ReferenceFacts.matchWeightFile
        let byCriterion = try byCode(facts, code: \.criterion, file: file)
        var result: [MatchWeightFacts] = []
        for criterion in MatchCriterion.allCases {
            guard let fact = byCriterion[criterion] else { throw .malformed(file: file, field: criterion.rawValue) }
            result.append(fact)
        }
        guard result.contains(where: { $0.weight > 0 }) else { throw .malformed(file: file, field: "weight") }
        return result
    }
}

extension ReferenceFacts {
    /// The file's name, here and in an installation's data folder.
    package static let matchWeightFile = "matching-weights.json"

    /// These facts with the points of a folder's own `matching-weights.json` in the place of those shipped; as they are where it has
    /// none. A file that cannot be read is an error: matches are never scored by weights other than those that are published.
    package func replacingMatchWeights(from folder: String) throws(ReferenceError) -> ReferenceFacts {
        guard FileManager.default.fileExists(atPath: folder + "/" + Self.matchWeightFile) else { return self }
        let file = try FactFile<MatchWeightFacts>.read(Self.matchWeightFile, from: folder)
        var facts = self
        facts.matchWeights = try FactReader.inOrder(file.facts)
        return facts
    }
}
