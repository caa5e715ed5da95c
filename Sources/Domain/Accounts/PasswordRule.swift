/// What a password has to be: long, and not what everybody tries first. No rules about kinds of letters, and no date on which it ends.
package enum PasswordRule {
    package static let lengthMin = 12
    package static let lengthMax = 128

    /// Why a password is not taken.
    package enum Trouble: String, Hashable, Sendable, CaseIterable {
        case short, long
        /// One of those that are tried first, or built like them.
        case common
        /// The person's own name or address with something around it.
        case personal
    }

    /// Nil for one that is good. `about` are names and addresses of the person.
    package static func trouble(_ password: String, about: [String] = []) -> Trouble? {
        guard password.count >= lengthMin else { return .short }
        guard password.count <= lengthMax, password.utf8.count <= 4 * lengthMax else { return .long }
        let core = plain(password)
        let own = about.flatMap { $0.split { $0 == "@" || $0 == "." || $0 == " " } }.map { plain(String($0)) }
        let others = own.filter { $0.count >= 3 }.reduce(core) { $0.replacing($1, with: "") }
        if others.count < min(6, core.count) { return .personal }
        if Set(password.lowercased()).count < 5 || isRun(password.lowercased()) { return .common }
        for word in commonWords where rest(of: core, without: word) < 5 { return .common }
        return nil
    }

    /// Words that lists of leaked passwords begin with, and those that come to mind here first.
    private static let commonWords = [
        "password", "passwort", "motdepasse", "contrasena", "parol", "qwertyuiop", "qwerty", "azerty", "asdfghjkl",
        "zxcvbnm", "letmein", "welcome", "bienvenue", "bienvenido", "administrator", "administrador", "admin",
        "iloveyou",
        "sunshine", "princess", "football", "baseball", "superman", "batman", "dragon", "monkey", "trustno", "changeme",
        "default", "secret", "master", "starwars", "whatever", "computer", "internet", "humanrights", "droitsdelhomme",
        "derechoshumanos", "rapporteur", "ministry", "ministere", "ministerio", "unitednations", "government", "geneva",
    ]

    /// Letters alone, with the digits and signs that people put in their place turned back.
    private static func plain(_ text: String) -> String {
        let signs: [Character: Character] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
        ]
        return String(text.lowercased().map { signs[$0] ?? $0 }.filter { $0.isLetter })
    }

    /// How many letters are left besides a word, however often it stands there.
    private static func rest(of text: String, without word: String) -> Int {
        word.isEmpty || !text.contains(word) ? .max : text.replacing(word, with: "").count
    }

    /// Whether most letters follow each other as on a keyboard's row of digits or in the alphabet.
    private static func isRun(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(values, values.dropFirst()).filter { abs($0.1 - $0.0) <= 1 }.count
        return steps * 4 >= (values.count - 1) * 3
    }
}
