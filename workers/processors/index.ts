import type { Processors } from "../processor.ts";
import { fanOutNotification } from "./fan-out-notification.ts";
import { purge } from "./purge.ts";
import { scanDeadlines } from "./scan-deadlines.ts";
import { sendMail } from "./send-mail.ts";
import { takeNotificationBack } from "./take-notification-back.ts";

/** Who does which job. */
export const PROCESSORS: Processors = {
  "notification.fan_out": fanOutNotification,
  "notification.take_back": takeNotificationBack,
  "mail.send": sendMail,
  "deadline.scan": scanDeadlines,
  "upkeep.purge": purge,
};
