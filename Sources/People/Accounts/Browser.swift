/// What a sign-in knows of where it comes from: families of browser and system, so that people recognise their own sessions, and the
/// token of a device that was used before. No address, no version, nothing that tells two offices apart.
package struct Browser: Hashable, Sendable {
    /// `firefox/linux`; `other` for what is not known.
    package var hint: String
    /// What the device's cookie holds.
    package var deviceToken: String?

    package init(userAgent: String?, deviceToken: String? = nil) {
        hint = Self.hint(userAgent ?? "")
        self.deviceToken = deviceToken
    }

    package static let unknown = Browser(userAgent: nil)

    private static func hint(_ agent: String) -> String {
        let agent = agent.prefix(500).lowercased()
        func first(_ names: [(String, String)]) -> String { names.first { agent.contains($0.0) }?.1 ?? "other" }
        let browser = first([
            ("edg", "edge"), ("opr/", "opera"), ("firefox", "firefox"), ("fxios", "firefox"), ("chrome", "chrome"),
            ("crios", "chrome"), ("safari", "safari"),
        ])
        let system = first([
            ("android", "android"), ("iphone", "ios"), ("ipad", "ios"), ("windows", "windows"), ("mac os", "macos"),
            ("cros", "chromeos"), ("linux", "linux"),
        ])
        return "\(browser)/\(system)"
    }
}
