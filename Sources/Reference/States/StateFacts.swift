package import Domain

/// What is known of a State: names, codes, regional group, memberships, its square on the tile map.
package struct StateFacts: Sendable {
    /// A member of the United Nations or one of its observer States. Invented ones belong to the demonstration.
    package enum Status: String, Sendable, Decodable { case member, observer, invented }

    package let code: StateCode
    /// ISO 3166-1 alpha-2; nil for an invented State.
    package let alpha2: String?
    /// The number of the UN standard M49; nil for an invented State.
    package let m49: String?
    package let status: Status
    /// As United Nations documents write it.
    package let names: LocalizedNames
    /// For maps and lists, where the name is long; otherwise the same as `names`.
    package let shortNames: LocalizedNames
    /// `africa`, `asia-pacific`, `eastern-europe`, `latin-america`, `western-europe`; nil where it is in none.
    package let region: String?
    /// What to know where the group is not a plain membership.
    package let regionNote: String?
    /// Codes of `groups.json`.
    package let groups: [String]
    /// Column and row on the map of equal squares, from the upper left; nil where a State has no square.
    package let tile: TilePlace?
    /// Other names and spellings met in documents and data.
    package let aliases: [String]
}

package struct TilePlace: Sendable, Hashable {
    package let column: Int
    package let row: Int
}

extension StateFacts: Decodable {
    private enum CodingKeys: String, CodingKey {
        case code, alpha2, m49, status, names, shortNames, region, regionNote, groups, tile, aliases
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        code = StateCode(try values.decode(String.self, forKey: .code))
        alpha2 = try values.decodeIfPresent(String.self, forKey: .alpha2)
        m49 = try values.decodeIfPresent(String.self, forKey: .m49)
        status = try values.decode(Status.self, forKey: .status)
        names = try values.decode(LocalizedNames.self, forKey: .names)
        shortNames = try values.decodeIfPresent(LocalizedNames.self, forKey: .shortNames) ?? names
        region = try values.decodeIfPresent(String.self, forKey: .region)
        regionNote = try values.decodeIfPresent(String.self, forKey: .regionNote)
        groups = try values.decodeIfPresent([String].self, forKey: .groups) ?? []
        tile = try values.decodeIfPresent(TilePlace.self, forKey: .tile)
        aliases = try values.decodeIfPresent([String].self, forKey: .aliases) ?? []
    }
}

extension TilePlace: Decodable {
    package init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        column = try values.decode(Int.self)
        row = try values.decode(Int.self)
    }
}
