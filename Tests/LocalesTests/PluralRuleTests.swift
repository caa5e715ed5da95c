import Locales
import Testing
