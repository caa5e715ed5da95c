import HTTPTypes

/// Whether a form was sent by a page of this site. Browsers say so themselves, and pages cannot make them lie.
package enum SameOrigin {
    /// `Sec-Fetch-Site` decides where it is there, `Origin` where it is. A program that sends neither has no cookies of
    /// somebody else's to misuse, and the form's token is asked of it all the same.
    package static func holds(_ incoming: Incoming, publicAddress: String) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = incoming.headers[name],
            site != "same-origin", site != "none"
        {
            return false
        }
        guard let origin = incoming.headers[.origin] else { return true }
        if origin == publicAddress { return true }
        guard let authority = incoming.authority, !authority.isEmpty else { return false }
        return origin == "http://" + authority || origin == "https://" + authority
    }
}
