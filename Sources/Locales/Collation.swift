/// Alphabetical order for lists of names: accents and case do not count.
package enum Collation {
    /// A key whose plain order is the alphabetical order of the names.
    package static func key(_ name: String) -> String {
        var key = ""
        for character in name.lowercased() {
            key.append(base[character] ?? character)
        }
        return key
    }

    /// Letters with marks in names of States and languages in Latin and Cyrillic letters.
    private static let base: [Character: Character] = {
        let groups: [(Character, String)] = [
            ("a", "áàâäãåā"), ("c", "çćč"), ("e", "éèêëē"), ("g", "ğ"), ("i", "íìîïīı"), ("n", "ñń"), ("o", "óòôöõøō"),
            ("s", "şšș"), ("t", "ţț"), ("u", "úùûüū"), ("y", "ýÿ"), ("z", "žź"), ("е", "ё"), ("ا", "أإآ"),
        ]
        var base: [Character: Character] = [:]
        for (letter, marked) in groups {
            for character in marked { base[character] = letter }
        }
        return base
    }()
}
